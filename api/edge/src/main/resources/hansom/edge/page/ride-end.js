// How it ended: the receipt item by item, the payment, a rating and a tip; and the rides of before.
import {clock, dateAndTime, distance, duration, minutes, money} from './format.js';
import {fareLines, heading, methodName, NO_OPINION, opinionForm, opinionOf, wayLines} from './parts.js';
import {html, icon, nothing, trouble} from './paint.js';
import {afresh, ask, change, doing, ride, takePayment} from './ride-state.js';
import {priceIt} from './ride-choose.js';
import {now} from './service.js';
import {say} from './words.js';

const GOOD = ['polite', 'clean_car', 'safe_driving', 'good_route'];
const BAD = ['late', 'rude', 'dirty_car', 'unsafe_driving', 'bad_route'];
const OPENING_MILLIS = 1000;
const RATED_MILLIS = 20_000;

export function endScreen(order) {
    return html`<div class="stack wide">
        ${order.status === 'completed' ? receipt(order) : ended(order)}
        ${trouble(ride.problem)}
        <div class="stack tight">
            ${order.status === 'completed' ? nothing : html`<button type="button" class="button wide" data-again @click=${() => again(order)}>${say('order_again')}</button>`}
            <button type="button" class="button ${order.status === 'completed' ? '' : 'quiet'} wide" data-new @click=${() => afresh([order.status === 'completed' ? place(order.drop_off) : place(order.pickup), null])}>${say('new_ride')}</button>
        </div>
    </div>`;
}

const place = ({lat, lng, label}) => ({lat, lng, label: label ?? say('point_on_map')});

function again(order) {
    afresh([place(order.pickup), ...order.stops.map(place), place(order.drop_off)]);
    priceIt();
}

function ended(order) {
    const fee = order.fare?.total.amount_minor > 0;
    return html`<div class="stack">
        <div class="stack tight"><h1 class="big">${say('status_' + order.status)}</h1><p class="soft">${say('over_' + order.reason)}</p></div>
        ${wayLines(order)}
        ${fee ? html`${fareLines(order.fare)}${paid(order)}` : html`<p class="small soft">${say('no_fee')}</p>`}
    </div>`;
}

function receipt(order) {
    const {person} = order.driver;
    return html`<div class="stack wide" data-receipt>
        <div class="row apart"><div><h1>${say('receipt')}</h1><p class="small soft">${dateAndTime(order.over_at ?? order.ended_at)}</p></div><span class="huge" data-total>${money(order.fare.total)}</span></div>
        <div class="stack tight">${wayLines(order)}
            <p class="small soft">${order.driven ? say('driven_of', {distance: distance(order.driven.distance_metres), minutes: minutes(order.driven.duration_seconds)}) : nothing} · ${clock(order.started_at)}–${clock(order.ended_at)}</p></div>
        ${fareLines(order.fare)}
        ${paid(order)}
        ${rating(order, person)}
        ${tip(order, person)}
    </div>`;
}

function paid(order) {
    const payment = ride.payment;
    const method = methodName(order.payment_method);
    if (!payment) return html`<p class="row small">${icon('card', 20)}<span>${say('pay_pending', {method})}</span></p>`;
    const words = {
        captured: payment.method.type === 'cash' ? say('pay_cash') : say('paid_by', {method}), refunded: say('pay_refunded', {amount: money(payment.refunded)}),
        voided: say('pay_voided'), failed: say('pay_failed'), declined: say('pay_failed'), charged_back: say('pay_failed'),
    }[payment.status] ?? say('pay_pending', {method});
    return html`<p class="row small" data-payment=${payment.status}>${icon(payment.method.type === 'cash' ? 'cash' : 'card', 20)}<span class="grow">${words}</span>${payment.status === 'captured' ? icon('check', 20) : nothing}</p>`;
}

function rating(order, person) {
    const given = ride.rating?.of_driver;
    if (given) return html`<p class="row small" data-rated=${given.stars}>${icon('star', 20)}<span>${say('thanks')} ${say('rated', {n: given.stars})}</span></p>`;
    return html`<div class="card stack"><h2 class="middle">${say('rate_driver', {name: person.name ?? say('driver')})}</h2>
        ${opinionForm({draft: ride.draft ?? NO_OPINION, tags: stars => (stars > 3 ? GOOD : BAD), busy: !!ride.busy, change: draft => change({draft}), send: () => rate(order)})}</div>`;
}

/** A rating opens a moment after the ride: a no to that is asked again a few times. */
function rate(order) {
    return doing('rate', async () => {
        const at = `/v1/orders/${order.order_id}/rating`;
        for (let tries = 0; ; tries++) {
            try {
                const {version} = await ask('POST', at, {body: opinionOf(ride.draft), repeat: true});
                change({rating: await ask('GET', `${at}?min_version=${version}`)});
                return;
            } catch (problem) {
                if (problem.code !== 'rating_not_open' || tries === 5) throw problem;
                await new Promise(done => setTimeout(done, OPENING_MILLIS));
            }
        }
    });
}

/** Five, ten and fifteen hundredths, as coins or notes go. */
function tipsFor({amount_minor: total, currency}) {
    const coin = total < 10_000 ? 50 : 1000;
    return [...new Set([0.05, 0.1, 0.15].map(part => Math.max(coin, Math.round((total * part) / coin) * coin)))].map(minor => ({amount_minor: minor, currency}));
}

function tip(order, person) {
    if (order.payment_method.type === 'cash' || ride.payment?.status !== 'captured') return nothing;
    const tipped = ride.tipped ?? (ride.payment.tipped?.amount_minor > 0 ? ride.payment.tipped : null);
    if (tipped) return html`<p class="row small" data-tipped>${icon('check', 20)}<span>${say('tip_given', {amount: money(tipped), name: person.name ?? say('driver')})}</span></p>`;
    const give = amount => doing('tip', async () => {
        await ask('POST', `/v1/orders/${order.order_id}/tip`, {body: {amount}, repeat: true});
        change({tipped: amount});
    });
    return html`<div class="stack tight"><h3>${say('tip')}</h3><div class="picks">${tipsFor(order.fare.total).map(amount => html`
        <button type="button" class="pick" data-tip ?disabled=${!!ride.busy} @click=${() => give(amount)}>${money(amount)}</button>`)}</div></div>`;
}

/** Looks after an ended order until its money has come to rest. */
export async function followEnd(order) {
    for (let tries = 0; tries < 30 && ride.order?.order_id === order.order_id; tries++) {
        try {
            const fresh = await ask('GET', `/v1/orders/${order.order_id}`);
            if (fresh.payment) takePayment(fresh.payment);
            change({});
            if (!ride.payment || ['captured', 'voided', 'failed', 'declined', 'refunded', 'charged_back'].includes(ride.payment.status)) break;
        } catch {
            // Asked again below; the receipt stands as it is.
        }
        await new Promise(done => setTimeout(done, 2000));
    }
    if (order.status === 'completed' && ride.order?.order_id === order.order_id && now() - Date.parse(order.over_at) > RATED_MILLIS) readRating(order);
}

async function readRating(order) {
    try {
        change({rating: await ask('GET', `/v1/orders/${order.order_id}/rating`)});
    } catch {
        // Not open yet; the form opens it by trying.
    }
}

export function historyScreen() {
    const past = ride.past;
    return html`<div class="stack">
        ${heading(say('history'), () => change({page: 'menu'}))}
        ${trouble(ride.problem, () => readPast())}
        ${past === null ? html`<div class="skeleton tall-line"></div>` : past.length === 0 ? html`<p class="empty">${say('no_rides')}</p>` : html`
            <ul class="rows">${past.map(order => html`<li><button type="button" class="choice" data-past @click=${() => open(order)}>
                <span class="grow"><span class="block strong">${dateAndTime(order.placed_at)}</span><span class="block small soft cut">${place(order.pickup).label} → ${place(order.drop_off).label}</span>
                    <span class="block tiny softer">${say('status_' + order.status)}</span></span>
                <span class="strong">${order.fare ? money(order.fare.total) : ''}</span>${icon('next', 18)}</button></li>`)}</ul>
            ${ride.nextPast ? html`<button type="button" class="button quiet wide" @click=${() => readPast(ride.nextPast)}>${say('more')}</button>` : nothing}`}
    </div>`;
}

export function readPast(cursor) {
    if (!cursor) change({past: null});
    return doing('past', async () => {
        const page = await ask('GET', `/v1/history?limit=10${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
        change({past: [...(cursor ? ride.past : []), ...page.items], nextPast: page.next_cursor ?? null});
    });
}

function open(order) {
    change({page: 'past', shown: order, problem: null});
    doing('past', async () => change({shown: await ask('GET', `/v1/orders/${order.order_id}`)}));
}

export function pastScreen() {
    const order = ride.shown;
    const lasted = order.started_at && order.ended_at ? duration((Date.parse(order.ended_at) - Date.parse(order.started_at)) / 1000) : null;
    return html`<div class="stack wide">
        ${heading(say('ride_of', {time: dateAndTime(order.placed_at)}), () => change({page: 'history', problem: null}))}
        <p class="soft">${say('status_' + order.status)}${lasted ? ` · ${lasted}` : ''}</p>
        ${wayLines(order)}
        ${order.driver ? html`<p class="small">${order.driver.person.name ?? say('driver')} · ${order.driver.person.vehicle.make} ${order.driver.person.vehicle.model} · <span class="plate">${order.driver.person.vehicle.plate}</span></p>` : nothing}
        ${order.fare ? fareLines(order.fare) : nothing}
        <p class="small soft">${order.payment ? methodName(order.payment_method) : nothing}</p>
        ${trouble(ride.problem)}
        <p class="tiny softer"><code>${order.order_id}</code></p>
    </div>`;
}
