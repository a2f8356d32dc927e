// The driver's page: signs in, applies, goes on shift, is offered orders and drives them. What each screen says lies in the other modules.
import './app-words.js';
import './drive-words.js';
import {Cars} from './cars.js';
import {applicationScreen, readApplication} from './drive-apply.js';
import {drivesScreen, moneyScreen, readDrives, readMoney} from './drive-money.js';
import {drivenScreen, drivenStage, goneScreen} from './drive-order.js';
import {begin, onTheWay, tapped, useSource} from './drive-place.js';
import {answerBy, freeScreen, offerOn, offerScreen, offScreen} from './drive-shift.js';
import {ask, change, drive, over, painted, session, takeOrder, takeShift} from './drive-state.js';
import {frame} from './frame.js';
import {points} from './line.js';
import {live} from './live.js';
import {heading} from './parts.js';
import {html, icon} from './paint.js';
import {now, service} from './service.js';
import {signin} from './signin.js';
import {say} from './words.js';

const door = signin(session, {sandbox: () => drive.service?.sandbox, title: () => say('drive_welcome'), text: () => say('drive_sign_in'), paint: () => change({})});
const cars = new Cars();
const page = frame({view, screen, menu: () => (session.signedIn && drive.me ? () => change({page: drive.page === 'menu' ? null : 'menu'}) : null), scene});
let news = null;
let shownScene = '';
let counted = '';
const PATIENCE_MILLIS = 4000;
const CHANGE_MILLIS = 20_000;

painted(page.paint);

function view() {
    document.getElementById('sheet').classList.toggle('tall', ['menu', 'money', 'drives', 'application'].includes(drive.page) || (session.signedIn && drive.me && drive.me.standing !== 'approved'));
    if (!session.signedIn) return door.view();
    const {me, order, gone} = drive;
    if (!me) return html`<div class="stack"><h1>${say('loading')}</h1><div class="skeleton tall-line"></div></div>`;
    const offer = offerOn();
    if (offer && !order) return offerScreen(offer);
    switch (drive.page) {
        case 'menu': return menuScreen();
        case 'money': return moneyScreen();
        case 'drives': return drivesScreen();
        case 'application': return applicationScreen(() => change({page: 'menu', problem: null}));
        default:
    }
    if (order) return drivenScreen(order);
    if (drive.taken || drive.shift?.state === 'on_order') return html`<div class="stack middle"><div class="pulse" aria-hidden="true"><i></i></div><h1>${say('taking')}</h1></div>`;
    if (gone) return goneScreen(gone);
    if (me.standing !== 'approved') return applicationScreen();
    return !drive.shift || drive.shift.state === 'off' ? offScreen() : freeScreen();
}

function screen() {
    if (!session.signedIn) return door.screen();
    const offer = offerOn();
    if (offer && !drive.order) return offer.offer_id;
    if (drive.page) return drive.page;
    if (drive.order) return drivenStage(drive.order);
    return drive.gone ? 'gone' : drive.me?.standing !== 'approved' ? 'apply' : drive.shift?.state ?? '';
}

function menuScreen() {
    const to = (name, read, icn, words) => html`<button type="button" class="choice" data-menu=${name} @click=${() => {
        change({page: name, problem: null});
        read();
    }}>${icon(icn)}<span class="grow">${words}</span>${icon('next', 18)}</button>`;
    return html`<div class="stack">
        ${heading(drive.me.name ?? drive.me.phone ?? say('menu'), () => change({page: null}))}
        <nav class="rows">
            ${to('money', readMoney, 'cash', say('earnings'))}
            ${to('drives', readDrives, 'clock', say('drives'))}
            ${to('application', () => readApplication().catch(problem => change({problem})), 'card', say('application'))}
            <button type="button" class="choice" data-sign-out @click=${() => session.signOut().catch(() => {})}>${icon('person')}<span class="grow">${say('sign_out')}</span></button>
        </nav>
    </div>`;
}

/** What the map shows: oneself, where one has to go and the way there; an offer's way when one is shown. */
function scene(map) {
    map.traffic(true);
    const {order, place, shift} = drive;
    const offer = order ? null : offerOn();
    if (place) cars.put({tag: 'mine', ...place, state: order ? (order.status === 'in_progress' ? 'ride' : 'way') : 'free', at: new Date().toISOString()});
    else cars.drop('mine');
    const ahead = order ? onTheWay() : null;
    if (ahead) map.line('way', ahead.rest.length > 1 ? ahead.rest : [ahead.rest[0], ahead.rest[0]], 'route');
    else if (order && drive.wayProblem && place && ['accepted', 'in_progress'].includes(order.status)) map.line('way', [place, order.status === 'accepted' ? order.pickup : order.stops[order.stops_reached] ?? order.drop_off], 'hint');
    else map.unline('way');
    const key = `${order?.order_id} ${order?.status} ${order?.stops_reached} ${!!order?.ended_at} ${offer?.offer_id} ${shift?.state} ${drive.way?.of} ${!!place}`;
    if (key === shownScene) return;
    shownScene = key;
    map.unmark();
    map.unline('trip');
    const of = offer ?? (order && !over(order) ? order : null);
    const ends = of ? [of.pickup, ...of.stops, of.drop_off] : [];
    ends.forEach((end, i) => map.mark(`end-${i}`, end, i === 0 ? 'pickup' : i === ends.length - 1 ? 'drop_off' : 'stop'));
    if (order && order.status !== 'in_progress' && !over(order)) map.line('trip', points(order.route.polyline), 'hint');
    const goal = offer ? [place, ...ends] : order ? (order.status === 'in_progress' ? [place, ...ends.slice(1 + order.stops_reached)] : [place, ends[0]]) : [];
    const seen = (goal.length ? goal : [place]).filter(Boolean);
    if (seen.length) page.show(seen, {most: 16});
}

function heard({type, data, order_id: orderId}) {
    switch (type) {
        case 'snapshot':
            if (data.shift) takeShift(data.shift);
            data.orders.forEach(takeOrder);
            if (drive.order && !over(drive.order) && !data.orders.some(order => order.order_id === drive.order.order_id)) reread(drive.order.order_id);
            break;
        case 'shift':
        case 'offer':
            takeShift(data);
            if (data.state === 'on_order' && data.order_id !== drive.order?.order_id) setTimeout(() => data.order_id !== drive.order?.order_id && reread(data.order_id), PATIENCE_MILLIS);
            if (data.state === 'free' && drive.order && !over(drive.order) && !drive.order.ended_at) reread(drive.order.order_id);
            break;
        case 'order':
            takeOrder(data);
            break;
        case 'eta':
            if (orderId === drive.order?.order_id) change({eta: {...data, of: orderId, heard: now()}});
            break;
        case 'way':
            if (orderId === drive.order?.order_id && data.reason !== 'begun') otherWay(data.reason);
            break;
        case 'payout':
            readMoney();
            break;
        default:
    }
    afterwards();
}

/** The way on is another: it is asked for again, and why is said for a while. */
function otherWay(reason) {
    change({way: null, wayChanged: reason});
    setTimeout(() => drive.wayChanged === reason && change({wayChanged: null}), CHANGE_MILLIS);
}

/** The sums follow a ride that is complete; its money is booked a moment later. */
function afterwards() {
    const order = drive.order;
    if (order?.status !== 'completed' || counted === order.order_id) return;
    counted = order.order_id;
    [300, 2500, 7000].forEach(millis => setTimeout(readMoney, millis));
}

async function reread(id) {
    try {
        takeOrder(await ask('GET', `/v1/driver/orders/${id}`));
        afterwards();
    } catch (problem) {
        if (problem.status === 404 && drive.order?.order_id === id) change({order: null, way: null, gone: {...drive.order, status: 'given_back'}});
    }
}

async function entered() {
    news?.close();
    news = live(session, {news: heard, state: page.connection});
    answerBy(frame => news.answer(frame));
    try {
        await readApplication();
        takeShift(await ask('GET', '/v1/driver/shift'));
        if (drive.shift.order_id) await reread(drive.shift.order_id);
        readMoney();
    } catch (problem) {
        change({problem});
    }
}

/** While the office has not decided, it is asked now and then: a standing is no news of the socket. */
setInterval(() => {
    if (!document.hidden && session.signedIn && drive.me && drive.me.standing !== 'approved' && !drive.busy) readApplication().catch(() => {});
}, 5000);
setInterval(() => {
    if (!document.hidden && (drive.shift?.state === 'offered' || drive.order)) page.paint();
}, 500);

session.addEventListener('in', entered);
session.addEventListener('out', ({detail}) => {
    news?.close();
    news = null;
    shownScene = '';
    cars.clear();
    change({me: null, order: null, shift: null, page: null, taken: null, gone: null, place: null, earnings: null, problem: detail === 'ended' ? {code: 'unauthenticated', title: say('session_ended')} : null});
});
page.ready = map => {
    map.stage.add(cars);
    map.onTap(point => session.signedIn && drive.me && tapped(point));
};
begin();

const signedIn = session.begin();
service().then(answer => {
    page.sandbox(answer.sandbox);
    change({service: answer});
    useSource(answer.sandbox ? 'play' : 'browser');
}, problem => change({problem}));
page.paint();
if (await signedIn) entered();
