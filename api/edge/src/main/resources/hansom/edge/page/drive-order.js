// An order being driven: to the rider, at the pick-up, under way, ended.
import {clock, distance, duration, minutes, money} from './format.js';
import {NO_OPINION, opinionForm, opinionOf, placeName, wayLines} from './parts.js';
import {html, icon, nothing, trouble} from './paint.js';
import {onTheWay} from './drive-place.js';
import {sourcePicks} from './drive-shift.js';
import {ask, change, doing, drive, takeOrder} from './drive-state.js';
import {now, nowText, until} from './service.js';
import {say} from './words.js';

const REASONS = ['rider_unreachable', 'car_trouble', 'road_closed', 'personal'];
const GOOD = ['polite'];
const BAD = ['late', 'rude', 'left_mess'];
const SIGNS = {slight_left: 'left', left: 'left', sharp_left: 'left', slight_right: 'right', right: 'right', sharp_right: 'right', u_turn: 'turn', roundabout: 'round', stop_reached: 'flag', finish: 'flag'};
const OPENING_MILLIS = 1000;

export function drivenScreen(order) {
    if (drive.giving) return giving(order);
    if (order.ended_at || order.status === 'completed') return ended(order);
    if (order.status === 'arrived') return atPickup(order);
    return order.status === 'in_progress' ? underWay(order) : toRider(order);
}

export const drivenStage = order => (drive.giving ? 'giving' : order.ended_at ? 'ended' : order.status + order.stops_reached);

/** One step of the ride, told with the time at which it was taken: it may arrive late. */
function step(order, name, body = {}) {
    const at = nowText();
    return doing(name, async () => {
        const {version} = await ask('POST', `/v1/driver/orders/${order.order_id}/${name}`, {body: {...body, at}, repeat: true});
        takeOrder(await ask('GET', `/v1/driver/orders/${order.order_id}?min_version=${version}`));
        change({code: ''});
    });
}

function turnLine() {
    const ahead = onTheWay();
    if (!ahead) return drive.wayProblem ? html`<p class="hint small">${say('no_way')} <code>${drive.wayProblem.code}</code></p>` : html`<div class="skeleton tall-line"></div>`;
    const {turn, after} = ahead;
    if (!turn) return nothing;
    const words = [turn.in > 15 ? say('metres_on', {distance: distance(turn.in)}) : null, after ? `${say('then')} ${after.street || after.text}` : null];
    return html`${drive.wayChanged ? html`<p class="hint small" role="status">${say('way_' + drive.wayChanged)}</p>` : nothing}<div class="turn">${icon(SIGNS[turn.sign] ?? 'straight', 36)}
        <div class="grow"><p class="strong">${turn.text.charAt(0).toUpperCase() + turn.text.slice(1)}</p><p class="small soft">${words.filter(Boolean).join(' · ')}</p></div></div>`;
}

function toRider(order) {
    const ahead = onTheWay();
    return html`<div class="stack">
        <div class="row apart"><h1>${say('to_rider')}</h1><span class="large" data-eta>${ahead ? minutes(ahead.seconds) : ''}</span></div>
        ${turnLine()}
        <p class="row small">${icon('pin', 20)}<span class="grow">${placeName(order.pickup)}</span></p>
        ${order.guest?.name ? html`<p class="small soft">${order.guest.name}</p>` : nothing}
        ${order.wishes.map(wish => html`<p class="small">${say('wish_' + wish)}</p>`)}
        ${drive.service?.sandbox ? sourcePicks() : nothing}
        ${trouble(drive.problem)}
        <button type="button" class="button wide" data-arrive ?disabled=${!!drive.busy} @click=${() => step(order, 'arrive')}>${say('arrive')}</button>
        <button type="button" class="text alarm centred" data-give-back @click=${() => change({giving: true, problem: null})}>${say('give_back')}</button>
    </div>`;
}

function atPickup(order) {
    const left = order.free_waiting_until ? until(order.free_waiting_until) : 0;
    return html`<div class="stack">
        <div class="stack tight"><h1>${say('enter_code')}</h1><p class="small soft">${say('enter_code_hint')}</p></div>
        <form class="form" @submit=${event => {
            event.preventDefault();
            step(order, 'start', {boarding_code: drive.code});
        }}>
            <input data-first class="input code" name="boarding-code" aria-label=${say('enter_code')} inputmode="numeric" autocomplete="off" maxlength="4" pattern="[0-9]{4}" required .value=${drive.code}
                @input=${event => {
                    event.target.value = event.target.value.replace(/\D/g, '').slice(0, 4);
                    change({code: event.target.value});
                }}>
            ${trouble(drive.problem)}
            <button class="button wide" data-start ?disabled=${!!drive.busy || drive.code.length !== 4}>${say('start')}</button>
        </form>
        <p class="small soft middle">${left > 0 ? say('free_wait', {time: duration(left)}) : say('paid_wait')}</p>
        <div class="row apart">
            <button type="button" class="text alarm" data-no-show ?disabled=${!!drive.busy || left > 0} @click=${() => noShow(order)}>${say('no_show')}${left > 0 ? html` <span class="tiny softer">${say('no_show_when', {time: duration(left)})}</span>` : nothing}</button>
            <button type="button" class="text" @click=${() => change({giving: true, problem: null})}>${say('give_back')}</button>
        </div>
    </div>`;
}

function noShow(order) {
    return doing('cancel', () => cancel(order, {reason: 'rider_unreachable', no_show: true}));
}

async function cancel(order, body) {
    const {version} = await ask('POST', `/v1/driver/orders/${order.order_id}/cancel`, {body, repeat: true});
    try {
        takeOrder(await ask('GET', `/v1/driver/orders/${order.order_id}?min_version=${version}`));
    } catch (problem) {
        if (problem.code !== 'order_unknown' && problem.code !== 'view_behind') throw problem;
    }
    change({order: null, way: null, giving: false});
}

function giving(order) {
    return html`<div class="stack">
        <h1>${say('give_back_title')}</h1>
        <div class="rows">${REASONS.map(reason => html`<button type="button" class="choice" data-reason=${reason} ?disabled=${!!drive.busy} @click=${() => doing('cancel', () => cancel(order, {reason}))}><span class="grow">${say('give_' + reason)}</span>${icon('next', 18)}</button>`)}</div>
        ${trouble(drive.problem)}
        <button type="button" class="button wide" data-first @click=${() => change({giving: false, problem: null})}>${say('keep_order')}</button>
    </div>`;
}

function underWay(order) {
    const ahead = onTheWay();
    const stops = order.stops.length;
    const next = order.stops_reached + 1;
    const goal = next <= stops ? order.stops[next - 1] : order.drop_off;
    return html`<div class="stack">
        <div class="row apart"><h1>${next <= stops ? say('to_stop', {n: next}) : say('to_drop_off')}</h1><span class="large" data-eta>${ahead ? minutes(ahead.seconds) : ''}</span></div>
        ${ahead ? html`<p class="small soft">${distance(ahead.metres)} · ${clock(now() + ahead.seconds * 1000)}</p>` : nothing}
        ${turnLine()}
        <p class="row small">${icon('flag', 20)}<span class="grow">${placeName(goal)}</span></p>
        <p class="row small soft">${icon(order.payment_method.type === 'cash' ? 'cash' : 'card', 20)}<span>${order.payment_method.type === 'cash' ? say('rider_pays_cash', {amount: money(order.quoted_fare.total)}) : say('paid_by_card')}</span></p>
        ${drive.service?.sandbox ? sourcePicks() : nothing}
        ${trouble(drive.problem)}
        ${next <= stops ? html`<button type="button" class="button wide" data-stop ?disabled=${!!drive.busy} @click=${() => step(order, 'stop', {stop: next})}>${say('reach_stop', {n: next})}</button>`
        : html`<button type="button" class="button wide" data-complete ?disabled=${!!drive.busy} @click=${() => step(order, 'complete')}>${say('complete')}</button><p class="tiny softer middle">${say('complete_hint')}</p>`}
    </div>`;
}

function ended(order) {
    const counted = order.status === 'completed' && order.fare;
    const cash = order.payment_method.type === 'cash';
    const mine = drive.earned?.[order.order_id];
    return html`<div class="stack wide">
        <div class="stack tight middle"><h1>${say('ended_title')}</h1>
            ${counted ? html`<p class="huge" data-fare>${money(order.fare.total)}</p><p class="small soft">${cash ? say('collect') : say('paid_by_card')}</p>` : html`<div class="pulse" aria-hidden="true"><i></i></div><p class="small soft">${say('ended_counting')}</p>`}
            ${mine ? html`<p class="strong">${say('earned')}: ${money(mine)}</p>` : nothing}</div>
        ${wayLines(order)}
        ${counted && !drive.rated ? html`<div class="card stack"><h2 class="middle">${say('rate_rider')}</h2>
            ${opinionForm({draft: drive.draft ?? NO_OPINION, tags: stars => (stars > 3 ? GOOD : BAD), busy: !!drive.busy, change: draft => change({draft}), send: () => rate(order)})}</div>` : nothing}
        ${drive.rated ? html`<p class="row small" data-rated>${icon('check', 20)}<span>${say('thanks')}</span></p>` : nothing}
        ${trouble(drive.problem)}
        <button type="button" class="button wide" data-next ?disabled=${!counted} @click=${() => change({order: null, way: null})}>${say('next_order')}</button>
    </div>`;
}

/** A rating opens a moment after the ride: a no to that is asked again a few times. */
function rate(order) {
    return doing('rate', async () => {
        for (let tries = 0; ; tries++) {
            try {
                await ask('POST', `/v1/driver/orders/${order.order_id}/rating`, {body: opinionOf(drive.draft), repeat: true});
                change({rated: true});
                return;
            } catch (problem) {
                if (problem.code !== 'rating_not_open' || tries === 5) throw problem;
                await new Promise(done => setTimeout(done, OPENING_MILLIS));
            }
        }
    });
}

export function goneScreen(order) {
    const words = {rider_canceled: say('order_gone_rider'), operator_canceled: say('order_gone_office')}[order.status] ?? say('order_gone_other');
    return html`<div class="stack middle"><h1>${say('order_gone')}</h1><p class="soft">${words}</p>
        <button type="button" class="button wide" data-next @click=${() => change({gone: null})}>${say('next_order')}</button></div>`;
}
