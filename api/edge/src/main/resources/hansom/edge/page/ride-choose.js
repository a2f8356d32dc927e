// Classes with their fares, why they are high, how to pay; and the order itself.
import {clock, distance, minutes, money, count} from './format.js';
import {fareLines, heading, methodName, wayLines} from './parts.js';
import {html, icon, nothing, trouble} from './paint.js';
import {kerbPicks} from './ride-kerb.js';
import {ask, change, doing, ride, takeOrder} from './ride-state.js';
import {now, until} from './service.js';
import {say} from './words.js';

const SEATS = {economy: 4, comfort: 4, business: 3, van: 7, cargo: 1};
const WISHES = ['child_seat', 'pet', 'wheelchair', 'extra_luggage'];

/** Asks what the planned ride costs. */
export function priceIt(again = false) {
    return doing('quotes', async () => {
        const [pickup, ...rest] = ride.places;
        const body = {
            pickup, drop_off: rest.at(-1), ...(rest.length > 1 ? {stops: rest.slice(0, -1)} : {}),
            ...(ride.wishes.length ? {wishes: ride.wishes} : {}), ...(ride.pickupAt ? {pickup_at: new Date(ride.pickupAt).toISOString()} : {}),
        };
        const asked = ride.places;
        const quotes = await ask('POST', '/v1/quotes', {body, repeat: true});
        if (asked !== ride.places) return;
        const chosen = quotes.quotes.some(quote => quote.product_class === ride.chosen) ? ride.chosen : quotes.quotes[0]?.product_class;
        change({quotes, chosen, requoted: again});
        if (!ride.methods) await readMethods();
    });
}

export async function readMethods(version) {
    const {methods} = await ask('GET', `/v1/payment-methods${version ? `?min_version=${version}` : ''}`);
    const known = remembered();
    change({methods, method: methods.find(one => idOf(one) === (ride.method ? idOf(ride.method) : known)) ?? methods.find(one => one.type === 'card') ?? methods.at(-1)});
}

export const idOf = method => method.card_id ?? method.purse_id ?? method.type;

function remembered() {
    try {
        return localStorage.getItem('hansom.ride.method');
    } catch {
        return null;
    }
}

export function choiceOf(method) {
    return {type: method.type, ...(method.type === 'card' ? {card_id: method.card_id} : {}), ...(method.type === 'account' ? {purse_id: method.purse_id} : {})};
}

export function choosing() {
    return ride.quotes?.quotes.find(quote => quote.product_class === ride.chosen);
}

export function chooseScreen() {
    const quote = choosing();
    return html`<div class="stack">
        ${heading(say('choose_class'), () => change({quotes: null, problem: null}))}
        <button type="button" class="between" @click=${() => change({quotes: null})} aria-label=${say('change')}>
            ${wayLines({pickup: ride.places[0], stops: ride.places.slice(1, -1), drop_off: ride.places.at(-1)})}
        </button>
        ${kerbs()}
        <p class="small soft">${say('trip_of', {minutes: minutes(quote.route.duration_seconds), distance: distance(quote.route.distance_metres)})}</p>
        ${ride.requoted ? html`<p class="hint" role="status">${say('quote_old')}</p>` : nothing}
        <div class="classes" role="radiogroup" aria-label=${say('choose_class')} @keydown=${arrows}>${ride.quotes.quotes.map(one => classRow(one))}</div>
        ${surgeWords(quote)}
        <details class="more"><summary>${say('details')}</summary><div class="stack tight">
            ${fareLines(quote.fare)}
            <p class="tiny softer">${say('most', {amount: money(quote.most)})}</p>
            <p class="tiny softer">${say('free_waiting', {minutes: minutes(quote.rules.free_waiting_seconds), amount: money(quote.rules.per_waiting_minute), cancel: minutes(quote.rules.free_cancelling_seconds)})}</p>
            <div class="picks">${WISHES.map(wish => html`<button type="button" class="pick" aria-pressed=${ride.wishes.includes(wish)} @click=${() => wishFor(wish)}>${say('wish_' + wish)}</button>`)}</div>
            <label class="field"><span>${say('later')}</span><input class="input" type="datetime-local" min=${localNow()} .value=${ride.pickupAt} @change=${event => at(event.target.value)}></label>
        </div></details>
        <div class="bottom stack tight">
            ${trouble(ride.problem)}
            <button type="button" class="choice paying" @click=${() => change({page: 'pay', problem: null})}>
                ${icon(ride.method?.type === 'cash' ? 'cash' : 'card')}<span class="grow">${ride.method ? methodName(ride.method) : say('pay_with')}</span><span class="small soft">${say('change')}</span>
            </button>
            <button type="button" class="button wide" data-order ?disabled=${!!ride.busy || !ride.method} @click=${order}>
                ${ride.busy === 'order' ? say('ordering') : say('order_class', {class: say('class_' + quote.product_class), amount: money(quote.fare.total)})}
            </button>
        </div>
    </div>`;
}

function kerbs() {
    return html`<details class="more" data-kerbs ?hidden=${!ride.kerbs}><summary>${say('kerb_title')}</summary>${kerbPicks(place => {
        change({places: [place, ...ride.places.slice(1)]});
        priceIt();
    })}</details>`;
}

function classRow(quote) {
    const chosen = quote.product_class === ride.chosen;
    const raised = quote.surge.permille > 1000;
    return html`<button type="button" role="radio" class="class" aria-checked=${chosen} tabindex=${chosen ? 0 : -1} data-class=${quote.product_class} @click=${() => change({chosen: quote.product_class})}>
        <span class="grow"><span class="strong block">${say('class_' + quote.product_class)}</span>
            <span class="tiny soft block">${quote.pickup_at ? say('scheduled_for', {time: clock(quote.pickup_at)}) : quote.pickup_seconds == null ? say('pickup_unknown') : say('pickup_in', {minutes: minutes(quote.pickup_seconds)})} · ${say('seats', {n: SEATS[quote.product_class]})}</span></span>
        <span class="end"><span class="strong block">${money(quote.fare.total)}</span>${raised ? html`<span class="tiny raised block">${icon('next', 12)} ${times(quote)}</span>` : nothing}</span>
    </button>`;
}

const times = quote => say('surge_short', {times: count(quote.surge.permille / 1000, 2)});

function surgeWords(quote) {
    if (quote.surge.permille <= 1000) return nothing;
    return html`<p class="small raised-words">${say('surge_why', {wanted: quote.surge.wanted, free: quote.surge.free, times: count(quote.surge.permille / 1000, 2)})}</p>`;
}

function arrows(event) {
    const by = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
    if (!by) return;
    event.preventDefault();
    const all = ride.quotes.quotes.map(quote => quote.product_class);
    change({chosen: all[(all.indexOf(ride.chosen) + by + all.length) % all.length]});
    queueMicrotask(() => document.querySelector('.class[aria-checked=true]')?.focus());
}

function wishFor(wish) {
    change({wishes: ride.wishes.includes(wish) ? ride.wishes.filter(one => one !== wish) : [...ride.wishes, wish]});
    priceIt();
}

function at(time) {
    change({pickupAt: time});
    priceIt();
}

function localNow() {
    const soon = new Date(now() - new Date().getTimezoneOffset() * 60_000 + 60_000);
    return soon.toISOString().slice(0, 16);
}

/** A quote that has run out is asked anew and shown before anything is ordered. */
export function keepFresh() {
    const quote = choosing();
    if (quote && !ride.order && !ride.busy && until(quote.valid_until) < 5) priceIt(true);
}

async function order() {
    const quote = choosing();
    if (until(quote.valid_until) < 2) {
        await priceIt(true);
        return;
    }
    await doing('order', async () => {
        const id = ride.quotes.order_id;
        try {
            localStorage.setItem('hansom.ride.method', idOf(ride.method));
        } catch {
            // Then the next order begins with the first card.
        }
        const {version} = await ask('PUT', `/v1/orders/${id}`, {body: {quote_token: quote.quote_token, payment_method: choiceOf(ride.method)}});
        takeOrder(await ask('GET', `/v1/orders/${id}?min_version=${version}`));
        change({quotes: null});
    });
    if (ride.problem?.code === 'quote_expired') await priceIt(true);
}
