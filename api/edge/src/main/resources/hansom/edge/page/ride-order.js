// A running order: looked for, coming, waiting, under way; and how it is cancelled.
import {clock, dateAndTime, duration, minutes, money} from './format.js';
import {boardingCode, colour, face, placeName, wayLines} from './parts.js';
import {html, icon, nothing, trouble} from './paint.js';
import {confirmScreen, payOtherwiseScreen} from './ride-pay.js';
import {ask, change, doing, ride, takeOrder} from './ride-state.js';
import {now, until} from './service.js';
import {count} from './format.js';
import {say} from './words.js';

export function orderScreen(order) {
    if (order.payment_asked) return html`<div class="stack wide">${payOtherwiseScreen(order)}${cancelling(order)}</div>`;
    if (ride.payment?.status === 'confirmation_needed' && ride.payment.confirm_at) return html`<div class="stack wide">${confirmScreen(order)}${cancelling(order)}</div>`;
    switch (order.status) {
        case 'scheduled':
        case 'processing':
        case 'queued': return searching(order);
        case 'accepted': return coming(order);
        case 'arrived': return waiting(order);
        default: return order.ended_at ? finishing() : underWay(order);
    }
}

/** Which screen it is, for whoever listens rather than looks. */
export function orderStage(order) {
    if (order.payment_asked) return 'pay-otherwise';
    if (ride.payment?.status === 'confirmation_needed') return 'confirm';
    return order.ended_at && order.status === 'in_progress' ? 'finishing' : order.status;
}

function searching(order) {
    const scheduled = order.status === 'scheduled';
    const hint = scheduled ? say('scheduled_hint') : order.driver_lost ? say('searching_again', {reason: say('lost_' + order.driver_lost)}) : say('searching_hint');
    const title = scheduled ? say('scheduled_for', {time: dateAndTime(order.pickup_at)}) : order.status === 'queued' ? say('queued') : say('searching');
    return html`<div class="stack wide">
        <div class="stack tight middle">
            ${scheduled ? icon('clock', 48) : html`<div class="pulse" aria-hidden="true"><i></i></div>`}
            <h1>${title}</h1>
            <p class="soft small">${hint}</p>
            ${scheduled ? nothing : html`<p class="tiny softer">${say('searched_for', {time: duration((now() - Date.parse(order.placed_at)) / 1000)})}</p>`}
        </div>
        ${summary(order)}
        ${cancelling(order)}
    </div>`;
}

function summary(order) {
    return html`<div class="card stack tight">${wayLines(order)}
        <div class="row apart small"><span class="soft">${say('class_' + order.product_class)}</span><span class="strong">${money(order.quoted_fare.total)}</span></div></div>`;
}

function driverCard(order) {
    const {person} = order.driver;
    const {vehicle} = person;
    return html`<div class="person">
        ${face(person.name, ride.face)}
        <div class="grow"><p class="strong cut">${person.name ?? say('driver')} <span class="small soft row-inline">${icon('star', 14)} ${person.rating ? count(person.rating, 2) : say('no_rating')}</span></p>
            <p class="small soft cut">${say('car_of', {colour: colour(vehicle.colour), make: vehicle.make, model: vehicle.model})}</p></div>
        <span class="plate" data-plate>${vehicle.plate}</span>
    </div>`;
}

/** Seconds until the car is there, falling between two reports. */
export function secondsLeft(order) {
    const goal = order.status === 'in_progress' ? 'drop_off' : 'pickup';
    if (ride.eta?.to === goal) return Math.max(0, ride.eta.seconds - (now() - ride.eta.heard) / 1000);
    if (order.status === 'accepted') return Math.max(0, order.driver.pickup_seconds - (now() - Date.parse(order.driver.accepted_at)) / 1000);
    if (order.status === 'in_progress' && order.started_at) return Math.max(0, order.route.duration_seconds - (now() - Date.parse(order.started_at)) / 1000);
    return null;
}

function coming(order) {
    const left = secondsLeft(order);
    return html`<div class="stack wide">
        <div class="row apart"><h1>${say('coming', {name: order.driver.person.name ?? say('driver')})}</h1><span class="large" data-eta>${left < 20 ? '' : minutes(left)}</span></div>
        <p class="soft small" role="status">${left < 20 ? say('arrives_now') : say('arrives_in', {time: minutes(left)})}</p>
        ${driverCard(order)}
        <div class="stack tight middle"><p class="small soft">${say('boarding')}</p>${boardingCode(order.boarding_code)}</div>
        ${summary(order)}
        ${cancelling(order)}
    </div>`;
}

function waiting(order) {
    const left = order.free_waiting_until ? until(order.free_waiting_until) : 0;
    return html`<div class="stack wide">
        <div class="stack tight"><h1 class="big">${say('arrived', {name: order.driver.person.name ?? say('driver')})}</h1>
            <p class="soft">${left > 0 ? say('waits_free', {time: duration(left)}) : waitingWords(order)}</p></div>
        ${driverCard(order)}
        <div class="stack tight middle"><p class="small soft">${say('boarding')}</p>${boardingCode(order.boarding_code)}<p class="tiny softer">${say('boarding_hint')}</p></div>
        ${cancelling(order)}
    </div>`;
}

/** What a minute of waiting costs stands in the price list, not in the order. */
function waitingWords(order) {
    const product = ride.products?.find(one => one.product_class === order.product_class);
    if (product) return say('waits_paid', {amount: money(product.per_waiting_minute)});
    if (!ride.products) {
        ride.products = [];
        ask('GET', `/v1/products?near=${order.pickup.lat},${order.pickup.lng}`).then(({products}) => change({products}), () => {});
    }
    return say('waits_paid_some');
}

function underWay(order) {
    const left = secondsLeft(order);
    const stops = order.stops.length;
    return html`<div class="stack wide">
        <div class="stack tight"><h1>${say('under_way', {place: placeName(order.drop_off)})}</h1>
            <p class="row apart"><span class="huge" data-eta>${minutes(left)}</span><span class="soft">${clock(now() + left * 1000)}</span></p></div>
        ${stops ? html`<p class="small soft">${say('stops_done', {n: order.stops_reached, all: stops})}</p>` : nothing}
        ${driverCard(order)}
        ${summary(order)}
    </div>`;
}

function finishing() {
    return html`<div class="stack middle"><div class="pulse arrived" aria-hidden="true"><i></i></div><h1>${say('finishing')}</h1><p class="small soft">${say('finishing_hint')}</p></div>`;
}

/** First what it costs, then the question; nothing is cancelled before both. */
function cancelling(order) {
    if (order.status === 'in_progress') return nothing;
    const {preview} = ride;
    if (!preview) {
        return html`${order.payment_asked ? nothing : trouble(ride.problem)}
            <button type="button" class="text alarm centred" data-cancel ?disabled=${!!ride.busy} @click=${() => doing('preview', async () => change({preview: await ask('POST', `/v1/orders/${order.order_id}/cancel?preview=true`)}))}>${say('cancel_order')}</button>`;
    }
    const cancel = reason => doing('cancel', async () => {
        const {version} = await ask('POST', `/v1/orders/${order.order_id}/cancel`, {body: {reason}, repeat: true});
        takeOrder(await ask('GET', `/v1/orders/${order.order_id}?min_version=${version}`));
    });
    return html`<div class="card stack" role="group" aria-label=${say('cancel_really')}>
        <div class="stack tight"><h2>${say('cancel_really')}</h2><p class="small soft">${preview.free ? say('cancel_free') : say('cancel_fee', {amount: money(preview.fee.total)})}</p></div>
        ${trouble(ride.problem)}
        <div class="pair">
            <button type="button" class="button quiet" ?disabled=${!!ride.busy} data-cancel-yes @click=${() => cancel('rider_changed_mind')}>${say('changed_mind')}</button>
            <button type="button" class="button quiet" ?disabled=${!!ride.busy} @click=${() => cancel('rider_waited_too_long')}>${say('waited_too_long')}</button>
        </div>
        <button type="button" class="button wide" data-first @click=${() => change({preview: null, problem: null})}>${say('keep')}</button>
    </div>`;
}
