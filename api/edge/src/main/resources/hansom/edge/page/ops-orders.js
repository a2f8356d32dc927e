// Orders: found by status or by person, opened with their story as it was stored, ended or paid back with a reason.
import {clock, dateAndTime, duration, money} from './format.js';
import {methodName, fareLines, wayLines} from './parts.js';
import {openMap} from './map.js';
import {points} from './line.js';
import {ask, ops, put, go, refresh} from './ops-state.js';
import {fact, link, list, outcome, picks, short, statusChip, withReason} from './ops-parts.js';
import {html, icon, nothing} from './paint.js';
import {say} from './words.js';

const OPEN = ['scheduled', 'processing', 'queued', 'accepted', 'arrived', 'in_progress'];
const SHOWN = ['processing', 'accepted', 'arrived', 'in_progress', 'scheduled', 'completed', 'rider_canceled', 'driver_canceled', 'operator_canceled', 'no_drivers_available'];
let drawn = {map: null, element: null, of: ''};

export const orders = {
    async read() {
        const {status} = ops.data;
        const page = await ask('GET', `/v1/ops/orders?limit=25${status ? `&status=${status}` : ''}`);
        if (!ops.data.deep) put({orders: page.items, next: page.next_cursor});
    },
    view() {
        const choose = status => {
            put({status, orders: null, deep: false});
            refresh();
        };
        return html`<div class="stack wide">
            ${picks([['', say('all')], ...SHOWN.map(status => [status, say('status_' + status)])], ops.data.status ?? '', value => choose(value || undefined))}
            ${orderList(ops.data.orders, say('no_orders'), ops.data.next ? html`<button type="button" class="button quiet" @click=${more}>${say('more')}</button>` : nothing)}
        </div>`;
    },
};

async function more() {
    const page = await ask('GET', `/v1/ops/orders?limit=25&cursor=${encodeURIComponent(ops.data.next)}${ops.data.status ? `&status=${ops.data.status}` : ''}`);
    put({orders: [...ops.data.orders, ...page.items], next: page.next_cursor, deep: true});
}

export function orderList(items, empty, below) {
    return list(items, order => html`<li><button type="button" class="choice" data-order-row=${order.order_id} @click=${() => go('order', order.order_id)}>
        <span class="grow"><span class="row wrap"><span class="strong">${dateAndTime(order.placed_at)}</span>${statusChip(order.status)}</span>
            <span class="block small soft cut">${say('class_' + order.product_class)} · ${order.driver?.person.name ?? say('nobody_yet')} · <code>${short(order.order_id)}</code></span></span>
        <span class="strong">${money((order.fare ?? order.quoted_fare).total)}</span>${icon('next', 18)}</button></li>`, empty, below);
}

export const order = {
    async read({id}) {
        const at = ops.data.at;
        const [now, past, entries] = await Promise.all([
            ask('GET', `/v1/ops/orders/${id}`), ask('GET', `/v1/ops/audit/orders/${id}${at ? `?at=${encodeURIComponent(at)}` : ''}`), ask('GET', `/v1/ops/ledger/entries?subject=${id}`),
        ]);
        const all = at ? ops.data.events ?? (await ask('GET', `/v1/ops/audit/orders/${id}`)).events : past.events;
        put({order: now, then: past.order, events: all, entries: entries.items});
        drawMap(now);
    },
    view({id}) {
        const {order: now, then, events, entries, at} = ops.data;
        if (!now || !events) return html`<div class="skeleton tall-line"></div>`;
        const shown = at ? then : now;
        const payment = now.payment;
        const left = (payment?.captured.amount_minor ?? 0) - (payment?.refunded.amount_minor ?? 0);
        return html`<div class="stack wide" data-order-story=${id}>
            <div class="row wrap"><h2 class="grow">${say('order')} <code>${id}</code></h2>${statusChip(shown.status)}</div>
            <div class="two">
                <div class="stack">
                    ${wayLines(shown)}
                    <dl class="facts small">
                        ${fact(say('placed'), dateAndTime(shown.placed_at))}
                        ${fact(say('rider'), link('rider', shown.rider_id))}
                        ${fact(say('driver'), shown.driver ? link('driver', shown.driver.person.driver_id, `${shown.driver.person.name ?? ''} · ${shown.driver.person.vehicle.plate ?? ''}`) : say('nobody_yet'))}
                        ${fact(say('quoted'), money(shown.quoted_fare.total))}
                        ${payment && !at ? html`${fact(say('payment'), html`${methodName(payment.method)} · ${say('pay_' + payment.status)}${payment.why ? html` <code>${payment.why}</code>` : nothing}`)}
                            ${fact(say('captured'), money(payment.captured))}${payment.tipped.amount_minor ? fact(say('tipped'), money(payment.tipped)) : nothing}${payment.refunded.amount_minor ? fact(say('refunded'), money(payment.refunded)) : nothing}` : nothing}
                    </dl>
                    ${shown.fare ? fareLines(shown.fare) : nothing}
                </div>
                <div id="order-map" class="small-map"></div>
            </div>
            ${outcome()}
            <div class="row wrap">
                ${OPEN.slice(0, 5).includes(now.status) ? withReason({key: 'end', words: say('end_order'), hint: say('end_order_hint'), tone: 'alarm', told: say('done_end'), act: reason => ask('POST', `/v1/ops/orders/${id}/cancel`, {body: {reason}})}) : nothing}
                ${left > 0 ? withReason({key: 'refund', words: say('refund'), hint: say('refund_hint'), told: say('done_refund'), more: amountField(left, payment.captured.currency),
                    act: (reason, form) => ask('POST', `/v1/ops/payments/${payment.payment_id}/refund`, {body: {amount: {amount_minor: minor(form.get('amount'), payment.captured.currency), currency: payment.captured.currency}, reason}, repeat: true})}) : nothing}
            </div>
            ${story(events, at, then)}
            <section class="stack tight"><h3>${say('entries')}</h3>${list(entries, entry => html`<li class="entry"><span class="row apart small"><span class="strong">${entry.cause}</span><span class="soft">${clock(entry.at, true)}</span></span>
                <span class="postings">${entry.postings.map(posting => html`<span class="row apart tiny"><span class="soft">${posting.kind.replaceAll('_', ' ')}</span><span>${money(posting.amount)}</span></span>`)}</span></li>`, say('no_entries'))}</section>
        </div>`;
    },
};

const digits = currency => new Intl.NumberFormat('en', {style: 'currency', currency}).resolvedOptions().maximumFractionDigits;
const minor = (typed, currency) => Math.round(Number(String(typed).replace(',', '.')) * 10 ** digits(currency));

function amountField(left, currency) {
    const scale = 10 ** digits(currency);
    return html`<label class="field"><span>${say('amount')}, ${currency}</span><input class="input" name="amount" type="number" required min=${1 / scale} max=${left / scale} step=${1 / scale} value=${left / scale}></label>`;
}

/** Every stored event with its time and words; the slider tells the order as it was then. */
function story(events, at, then) {
    const chosen = at ? events.findLastIndex(event => Date.parse(event.at) <= Date.parse(at)) : events.length - 1;
    const began = Date.parse(events[0]?.at);
    const slide = i => {
        put({at: i >= events.length - 1 ? undefined : events[i].at});
        refresh();
    };
    return html`<section class="stack" data-story>
        <div class="row wrap"><h3 class="grow">${say('story')}</h3><span class="small soft" data-as-of>${at ? html`${say('as_of', {time: clock(at, true)})} · ${say('status_' + then.status)}` : say('as_now')}</span></div>
        <input type="range" class="slider" min="0" max=${Math.max(0, events.length - 1)} .value=${String(chosen)} aria-label=${say('time_slider')} aria-valuetext=${events[chosen]?.text ?? ''} @change=${event => slide(Number(event.target.value))}>
        <ol class="story">${events.map((event, i) => html`<li class=${i > chosen ? 'later' : ''} data-event=${event.type}>
            <span class="when tiny soft">${clock(event.at, true)}<span class="block softer">+${duration((Date.parse(event.at) - began) / 1000)}</span></span>
            <details class="grow" ?data-bare=${!Object.keys(event.facts).length}><summary><span class="block">${event.text}</span><span class="block tiny softer"><code>${event.type}</code>${event.actor ? ` · ${say('by_actor', {actor: short(event.actor)})}` : ''}</span></summary>
                <dl class="facts tiny">${Object.entries(event.facts).map(([name, value]) => fact(name.replaceAll('_', ' '), value))}</dl></details></li>`)}</ol>
    </section>`;
}

/** The planned way of the order on a small map of its own. */
async function drawMap(now) {
    await new Promise(done => setTimeout(done));
    const element = document.getElementById('order-map');
    if (!element) return;
    if (drawn.element !== element) drawn = {element, map: openMap(element, {controls: false}), of: ''};
    const map = await drawn.map;
    if (drawn.of === now.order_id) return;
    drawn.of = now.order_id;
    map.unmark();
    map.unline();
    const line = points(now.route.polyline);
    if (line.length > 1) map.line('route', line);
    map.mark('from', now.pickup, 'pickup');
    now.stops.forEach((stop, i) => map.mark(`stop-${i}`, stop, 'stop'));
    map.mark('to', now.drop_off, 'drop_off');
    map.show([now.pickup, ...line, now.drop_off], 36, {swift: true});
}
