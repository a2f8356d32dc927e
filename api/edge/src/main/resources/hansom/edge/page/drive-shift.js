// Off shift, waiting for orders, paused; and the offer on the screen.
import {dateAndTime, distance, duration, minutes, money} from './format.js';
import {colour, wayLines} from './parts.js';
import {html, icon, nothing, trouble} from './paint.js';
import {tapped as standAt, useSource} from './drive-place.js';
import {ask, change, doing, drive, takeShift} from './drive-state.js';
import {now, until} from './service.js';
import {say} from './words.js';

let answer = null;

/** How an offer is answered: by the socket when there is one. */
export function answerBy(socket) {
    answer = socket;
}

export function offScreen() {
    const {me, shift, vehicle} = drive;
    const why = {signal_lost: say('shift_lost'), papers_expired: say('shift_papers_expired'), driver_blocked: say('shift_driver_blocked')}[shift?.closed];
    const cars = me.vehicles;
    return html`<div class="stack wide">
        <div class="stack tight"><h1 class="big">${say('shift_off')}</h1>${why ? html`<p class="hint">${why}</p>` : nothing}</div>
        ${todayRow()}
        ${cars.length > 1 ? html`<label class="field"><span>${say('with_vehicle')}</span><select class="input" @change=${event => change({vehicle: event.target.value})}>
            ${cars.map(car => html`<option value=${car.vehicle_id} ?selected=${car.vehicle_id === vehicle}>${carName(car)}</option>`)}</select></label>`
        : cars.length ? html`<p class="row small">${icon('flag', 20)}<span class="grow cut">${carName(cars[0])}</span><span class="plate">${cars[0].plate}</span></p>` : nothing}
        ${sourcePicks()}
        ${trouble(drive.problem)}
        <button type="button" class="button wide" data-go-on ?disabled=${!!drive.busy || !vehicle} @click=${goOn}>${say('go_on')}</button>
    </div>`;
}

const carName = car => `${colour(car.colour)} ${car.make} ${car.model}`;

function goOn() {
    return doing('shift', async () => {
        await ask('POST', '/v1/driver/shift', {body: {vehicle_id: drive.vehicle}, repeat: true});
        if (!drive.place && drive.source !== 'browser' && drive.service?.map) standAt(drive.service.map.centre);
        await shiftIs(state => state !== 'off');
    });
}

/** Waits until the shift says so; the socket may be faster. */
async function shiftIs(wanted) {
    for (let tries = 0; tries < 40 && !wanted(drive.shift?.state ?? 'off'); tries++) {
        await new Promise(done => setTimeout(done, 300));
        takeShift(await ask('GET', '/v1/driver/shift'));
    }
}

const step = (name, method, path, wanted) => doing(name, async () => {
    const {version} = await ask(method, path, {repeat: true});
    takeShift(await ask('GET', `/v1/driver/shift?min_version=${version}`));
    await shiftIs(wanted);
});

export function freeScreen() {
    const paused = drive.shift.state === 'paused';
    const silent = drive.sent && Date.now() - drive.sent > 20_000;
    return html`<div class="stack wide">
        <div class="row">${paused ? icon('clock', 40) : html`<div class="pulse small-pulse" aria-hidden="true"><i></i></div>`}
            <div class="grow"><h1>${paused ? say('paused') : say('waiting_orders')}</h1><p class="small soft">${paused ? say('paused_hint') : say('waiting_hint')}</p></div></div>
        ${drive.shift.signal_lost || silent ? html`<p class="hint">${say('signal_lost')}</p>` : nothing}
        ${todayRow()}
        ${sourcePicks()}
        ${trouble(drive.problem)}
        <div class="pair">
            ${paused ? html`<button type="button" class="button" data-resume ?disabled=${!!drive.busy} @click=${() => step('resume', 'POST', '/v1/driver/shift/resume', state => state !== 'paused')}>${say('go_on_again')}</button>`
            : html`<button type="button" class="button quiet" data-pause ?disabled=${!!drive.busy} @click=${() => step('pause', 'POST', '/v1/driver/shift/pause', state => state === 'paused')}>${say('pause')}</button>`}
            <button type="button" class="button quiet" data-go-home ?disabled=${!!drive.busy} @click=${() => step('home', 'DELETE', '/v1/driver/shift', state => state === 'off')}>${say('go_home')}</button>
        </div>
    </div>`;
}

/** Where positions come from: every driver's device, and in the sandbox the map. */
export function sourcePicks() {
    if (!drive.service?.sandbox) return drive.noPosition ? html`<p class="hint">${say('position_none')}</p>` : nothing;
    const pick = (source, words) => html`<button type="button" class="pick" data-source=${source} aria-pressed=${drive.source === source} @click=${() => useSource(source)}>${words}</button>`;
    return html`<div class="stack tight"><h3>${say('position_from')}</h3>
        <div class="picks">${pick('browser', say('position_browser'))}${pick('tap', say('position_tap'))}${pick('play', say('drive_for_me'))}</div>
        <p class="tiny softer">${drive.source === 'browser' ? (drive.noPosition ? say('position_none') : nothing) : say('position_hint')}</p></div>`;
}

/** Sum of the day so far; it leads to the money. */
export function todayRow() {
    const totals = drive.earnings?.today ?? [];
    return html`<button type="button" class="choice money-row" data-money @click=${() => change({page: 'money'})}>
        <span class="grow"><span class="block tiny soft">${say('today')}</span><span class="block strong">${totals.length ? totals.map(money).join(' · ') : '—'}</span></span>
        <span class="end"><span class="block tiny soft">${say('rides_today', {n: drive.earnings?.rides ?? 0})}</span></span>${icon('next', 18)}</button>`;
}

export function offerScreen(offer) {
    const whole = Math.max(1, (Date.parse(offer.expires_at) - Date.parse(offer.shown_at)) / 1000);
    const left = Math.max(0, until(offer.expires_at));
    const answering = kind => doing('offer', () => reply(kind, offer));
    return html`<div class="stack wide" data-offer=${offer.offer_id}>
        <div class="row apart"><div><h1>${say('offer')}</h1><p class="small soft">${say('class_' + offer.product_class)} · ${offer.cash ? say('offer_cash') : say('offer_no_cash')}</p></div>${ring(left, whole)}</div>
        <div class="row apart"><span class="soft">${say('offer_pay')}</span><span class="huge">${money(offer.pay)}</span></div>
        <p class="tiny softer">${say('offer_fare', {amount: money(offer.fare)})}</p>
        ${offer.pickup_at ? html`<p class="small strong">${say('offer_later', {time: dateAndTime(offer.pickup_at)})}</p>` : nothing}
        <div class="stack tight">${wayLines(offer)}
            <p class="small soft">${offer.pickup_distance_metres < 30 ? say('at_your_place') : say('to_pickup', {minutes: minutes(offer.pickup_seconds), distance: distance(offer.pickup_distance_metres)})}</p>
            <p class="small soft">${say('trip_ahead', {minutes: minutes(offer.trip_seconds), distance: distance(offer.trip_distance_metres)})}</p>
            ${offer.wishes.map(wish => html`<p class="small">${say('wish_' + wish)}</p>`)}</div>
        ${trouble(drive.problem)}
        <div class="pair">
            <button type="button" class="button quiet" data-decline ?disabled=${!!drive.busy} @click=${() => answering('decline')}>${say('decline')}</button>
            <button type="button" class="button" data-accept data-first ?disabled=${!!drive.busy || left === 0} @click=${() => answering('accept')}>${say('accept')}</button>
        </div>
    </div>`;
}

/** The time that is left, as a ring that runs out. */
function ring(left, whole) {
    const round = 2 * Math.PI * 22;
    return html`<div class="ring" role="timer" aria-label=${duration(left)}><svg viewBox="0 0 52 52" width="60" height="60" aria-hidden="true"><circle cx="26" cy="26" r="22"></circle><circle class="left" cx="26" cy="26" r="22" stroke-dasharray=${round} stroke-dashoffset=${round * (1 - left / whole)}></circle></svg><b>${Math.ceil(left)}</b></div>`;
}

async function reply(kind, offer) {
    try {
        const envelope = await answer({type: kind, offer_id: offer.offer_id});
        if (envelope.type === 'refused') throw Object.assign(new Error(envelope.data.title), envelope.data);
    } catch (problem) {
        if (problem.code) throw problem;
        await ask('POST', `/v1/driver/offers/${offer.offer_id}/${kind}`, {repeat: true});
    }
    if (kind === 'accept') change({taken: offer.order_id});
    for (let tries = 0; tries < 20 && drive.shift?.offer?.offer_id === offer.offer_id && drive.shift.state === 'offered'; tries++) {
        await new Promise(done => setTimeout(done, 250));
        takeShift(await ask('GET', '/v1/driver/shift'));
    }
}

export const offerOn = () => (drive.shift?.state === 'offered' && drive.shift.offer && Date.parse(drive.shift.offer.expires_at) > now() - 1500 ? drive.shift.offer : null);
