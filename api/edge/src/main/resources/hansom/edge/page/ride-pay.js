// Ways of paying: what there is, a card of the sandbox, and on purpose the ones that fail.
import {money} from './format.js';
import {heading, methodName} from './parts.js';
import {html, icon, nothing, trouble} from './paint.js';
import {choiceOf, idOf, readMethods} from './ride-choose.js';
import {ask, change, doing, ride, takeOrder} from './ride-state.js';
import {clock} from './format.js';
import {knows, say} from './words.js';

// What the sandbox's provider plays, and the last digits by which one knows the card again.
const TEST_CARDS = {tok_declined: '0002', tok_expired: '0069', tok_3ds: '3220', tok_late_decline: '0341', tok_capture_fails: '0127', tok_chargeback: '0259'};

export function payScreen() {
    return html`<div class="stack">
        ${heading(say('payment_methods'), () => change({page: null, problem: null}))}
        ${methodList(method => change({method, page: null}))}
        ${trouble(ride.problem)}
    </div>`;
}

function methodList(choose) {
    return html`
        <div class="rows" role="radiogroup" aria-label=${say('payment_methods')}>${(ride.methods ?? []).map(method => {
            const chosen = ride.method && idOf(ride.method) === idOf(method);
            return html`<div class="row"><button type="button" role="radio" class="choice grow" aria-checked=${chosen} data-method=${method.last_four ?? method.type} @click=${() => choose(method)}>
                ${icon(method.type === 'cash' ? 'cash' : 'card')}<span class="grow">${methodName(method)}${method.free ? html` <span class="tiny soft">${say('free_amount', {amount: money(method.free)})}</span>` : nothing}</span>
                ${chosen ? icon('check', 20) : nothing}</button>
                ${method.card_id ? html`<button type="button" class="plain" aria-label=${say('remove_card')} title=${say('remove_card')} @click=${() => remove(method)}>${icon('close', 16)}</button>` : nothing}</div>`;
        })}</div>
        ${ride.service?.sandbox ? html`
            <button type="button" class="button quiet wide" data-add-card ?disabled=${!!ride.busy} @click=${() => add('tok_visa', '4242')}>${icon('plus', 18)} ${say('test_card')}</button>
            <details class="more"><summary>${say('test_cards')}</summary><div class="picks">${Object.entries(TEST_CARDS).map(([token, last]) => html`
                <button type="button" class="pick" data-test-card=${token} ?disabled=${!!ride.busy} @click=${() => add(token, last)}>${say(token)} <span class="softer">·· ${last}</span></button>`)}</div></details>
            <p class="tiny softer">${say('sandbox_pay')}</p>` : html`<p class="small soft">${say('no_cards_here')}</p>`}`;
}

function add(token, last) {
    return doing('card', async () => {
        const added = await ask('POST', '/v1/payment-methods', {body: {provider_token: token, brand: 'visa', last_four: last}, repeat: true});
        ride.method = {type: 'card', card_id: added.card_id};
        await readMethods(added.version);
    });
}

function remove(method) {
    return doing('card', async () => {
        const {version} = await ask('DELETE', `/v1/payment-methods/${method.card_id}`);
        if (ride.method && idOf(ride.method) === idOf(method)) ride.method = null;
        await readMethods(version);
    });
}

/** The bank said no to a running order: another way, or the end of it. */
export function payOtherwiseScreen(order) {
    const {why, until} = order.payment_asked;
    const time = until ? clock(until) : '';
    return html`<div class="stack">
        <h1>${say('pay_otherwise')}</h1>
        <p class="soft">${why ? say('pay_otherwise_why', {why: knows('why_' + why) ? say('why_' + why) : why, time}) : say('pay_otherwise_no_why', {time})} ${why ? html`<code>${why}</code>` : nothing}</p>
        ${methodList(method => change({method}))}
        ${trouble(ride.problem)}
        <button type="button" class="button wide" data-pay-otherwise ?disabled=${!!ride.busy || !ride.method} @click=${() => payWith(order)}>${say('pay_this')}</button>
    </div>`;
}

function payWith(order) {
    return doing('pay', async () => {
        const {version} = await ask('PATCH', `/v1/orders/${order.order_id}`, {body: {payment_method: choiceOf(ride.method)}});
        takeOrder(await ask('GET', `/v1/orders/${order.order_id}?min_version=${version}`));
    });
}

/** The bank wants to hear from the rider; in the sandbox the bank is a word to the node. */
export function confirmScreen(order) {
    const at = ride.payment.confirm_at;
    const here = at.startsWith('/') || new URL(at, location.href).origin === location.origin;
    const answer = yes => doing('confirm', async () => {
        await ask('POST', new URL(at, location.href).pathname, {body: yes ? undefined : {yes: false}});
        for (let tries = 0; tries < 20 && ride.payment.status === 'confirmation_needed'; tries++) {
            await new Promise(done => setTimeout(done, 500));
            takeOrder(await ask('GET', `/v1/orders/${order.order_id}`));
        }
    });
    return html`<div class="stack">
        <h1>${say('confirm_title')}</h1>
        ${here ? html`<p class="soft">${say('confirm_hint')}</p>
            ${trouble(ride.problem)}
            <button type="button" class="button wide" data-confirm ?disabled=${!!ride.busy} @click=${() => answer(true)}>${say('confirm')}</button>
            <button type="button" class="button quiet wide" ?disabled=${!!ride.busy} @click=${() => answer(false)}>${say('confirm_no')}</button>`
        : html`<a class="button wide" href=${at} rel="noopener">${say('confirm')}</a>`}
    </div>`;
}
