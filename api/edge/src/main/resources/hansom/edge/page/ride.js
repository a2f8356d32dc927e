// The rider's page: signs in, follows the news, and shows what comes next. What is asked and what is drawn lie in the other modules.
import './app-words.js';
import './ride-words.js';
import {Cars} from './cars.js';
import {frame} from './frame.js';
import {call, send} from './api.js';
import {beyond, points, project} from './line.js';
import {live} from './live.js';
import {heading} from './parts.js';
import {html, icon, nothing} from './paint.js';
import {chooseScreen, keepFresh, readMethods} from './ride-choose.js';
import {endScreen, followEnd, historyScreen, pastScreen, readPast} from './ride-end.js';
import {orderScreen, orderStage} from './ride-order.js';
import {payScreen} from './ride-pay.js';
import {lookAround, planScreen, readSaved, takePosition, tapped} from './ride-plan.js';
import {ask, change, kept, over, painted, ride, session, takeOrder, takePayment} from './ride-state.js';
import {now, service} from './service.js';
import {signin} from './signin.js';
import {say} from './words.js';

const AROUND_MILLIS = 5000;
const door = signin(session, {sandbox: () => ride.service?.sandbox, title: () => say('ride_welcome'), text: () => say('ride_sign_in'), paint: () => change({})});
const cars = new Cars();
const page = frame({view, screen, menu: () => (session.signedIn ? () => change({page: ride.page === 'menu' ? null : 'menu'}) : null), scene});
let news = null;
let followed = null;
let shownScene = '';

painted(page.paint);

function view() {
    document.getElementById('sheet').classList.toggle('tall', ride.editing !== null || ['menu', 'history', 'past', 'pay'].includes(ride.page));
    if (!session.signedIn) return door.view();
    switch (ride.page) {
        case 'menu': return menuScreen();
        case 'history': return historyScreen();
        case 'past': return pastScreen();
        case 'pay': return payScreen();
        default:
    }
    if (!ride.me) return html`<div class="stack"><h1>${say('loading')}</h1><div class="skeleton tall-line"></div></div>`;
    if (ride.order) return over(ride.order) ? endScreen(ride.order) : orderScreen(ride.order);
    return ride.quotes ? chooseScreen() : planScreen();
}

function screen() {
    if (!session.signedIn) return door.screen();
    if (ride.page) return ride.page;
    if (ride.order) return orderStage(ride.order) + (ride.preview ? ' cancelling' : '');
    return ride.quotes ? 'choose' : ride.me ? 'plan' : '';
}

function menuScreen() {
    return html`<div class="stack">
        ${heading(ride.me?.name ?? ride.me?.phone ?? say('menu'), () => change({page: null}))}
        <nav class="rows">
            <button type="button" class="choice" data-history @click=${() => {
                change({page: 'history', problem: null});
                readPast();
            }}>${icon('clock')}<span class="grow">${say('history')}</span>${icon('next', 18)}</button>
            <button type="button" class="choice" @click=${async () => {
                change({page: 'pay', problem: null});
                if (!ride.methods) await readMethods().catch(problem => change({problem}));
            }}>${icon('card')}<span class="grow">${say('payment_methods')}</span>${icon('next', 18)}</button>
            <button type="button" class="choice" data-sign-out @click=${() => session.signOut().catch(() => {})}>${icon('person')}<span class="grow">${say('sign_out')}</span></button>
        </nav>
    </div>`;
}

/** Which part of an order's way is driven. */
const stage = order => `${order.order_id} ${order.status} ${order.stops_reached}`;

/** What the map shows follows from what is known; drawn again only when that is something else. */
function scene(map) {
    const order = ride.order;
    const key = order ? `${order.order_id} ${order.status} ${order.version} ${over(order)} ${ride.way?.polyline}` : `${JSON.stringify(ride.places)} ${ride.quotes?.order_id} ${ride.chosen} ${ride.editing === null}`;
    const around = order || !ride.near ? [] : ride.near;
    const seen = new Set(around.map(car => car.tag));
    around.forEach(car => cars.put({...car, state: 'free'}));
    for (const tag of scene.cars ?? []) if (!seen.has(tag)) cars.drop(tag);
    scene.cars = seen;
    if (key === shownScene) return;
    shownScene = key;
    map.unmark();
    map.unline();
    const ends = order ? [order.pickup, ...order.stops, order.drop_off] : ride.places;
    ends.forEach((place, i) => place && map.mark(`end-${i}`, place, i === 0 ? 'pickup' : i === ends.length - 1 ? 'drop_off' : 'stop'));
    const route = order ? order.route : ride.quotes?.quotes.find(quote => quote.product_class === ride.chosen)?.route;
    const way = order && ride.way?.of === stage(order) ? points(ride.way.polyline) : null;
    const line = way && order.status === 'in_progress' ? way : route ? points(route.polyline) : [];
    scene.line = line;
    if (line.length > 1) map.line('route', line, order?.status === 'accepted' ? 'hint' : 'route');
    if (way?.length > 1 && order.status === 'accepted') map.line('coming', way, 'route');
    if (!order || !['accepted', 'arrived', 'in_progress'].includes(order.status)) cars.drop('mine');
    const view = order?.status === 'accepted' && ride.car ? [order.pickup, ride.car] : line.length ? line : ends.filter(Boolean);
    if (view.length) page.show(view);
}

/** The car that comes or drives: on its way it takes the line of the route with it. */
function moved({lat, lng, heading: turn, at}) {
    const place = {lat, lng};
    const order = ride.order;
    if (!order || !['accepted', 'arrived', 'in_progress'].includes(order.status)) return;
    const first = !ride.car;
    cars.put({tag: 'mine', lat, lng, heading: turn, at, state: order.status === 'in_progress' ? 'ride' : 'way'});
    ride.car = place;
    const map = page.map();
    if (!map) return;
    if (order.status === 'in_progress' && scene.line?.length > 1) {
        const {along, away} = project(scene.line, place);
        if (away < 60) map.line('route', beyond(scene.line, along).rest, 'route');
    }
    if (first && order.status === 'accepted') page.show([order.pickup, place]);
}

function heard({type, data, order_id: orderId}) {
    switch (type) {
        case 'snapshot':
            data.payments?.forEach(payment => payment.order_id === ride.order?.order_id && takePayment(payment));
            data.orders.toReversed().forEach(takeOrder);
            if (ride.order && !over(ride.order) && !data.orders.some(order => order.order_id === ride.order.order_id)) reread();
            break;
        case 'order':
            takeOrder(data);
            break;
        case 'payment':
            if (data.order_id === ride.order?.order_id) takePayment(data);
            change({});
            break;
        case 'rating':
            if (data.order_id === ride.order?.order_id && (ride.rating?.version ?? 0) < data.version) change({rating: data});
            break;
        case 'position':
            if (orderId === ride.order?.order_id) moved(data);
            break;
        case 'eta':
            if (orderId === ride.order?.order_id) change({eta: {...data, heard: now()}});
            break;
        case 'way':
            if (orderId === ride.order?.order_id) change({way: {...data, of: stage(ride.order)}});
            break;
        default:
    }
    afterwards();
}

/** Once an order is over its payment is looked after; once a driver has it, his picture is fetched. */
function afterwards() {
    const order = ride.order;
    if (order && over(order) && followed !== order.order_id) {
        followed = order.order_id;
        followEnd(order);
    }
    const picture = order?.driver?.person.avatar;
    if (picture && ride.facePath !== picture) {
        ride.facePath = picture;
        send('GET', picture, {token: () => session.token()}).then(answer => answer.blob()).then(blob => change({face: URL.createObjectURL(blob)}), () => {});
    }
}

async function reread() {
    const id = ride.order?.order_id ?? kept();
    if (!id) return;
    try {
        takeOrder(await ask('GET', `/v1/orders/${id}`));
        afterwards();
    } catch (problem) {
        if (problem.status === 404) change({order: null});
    }
}

async function entered() {
    news?.close();
    news = live(session, {news: heard, state: page.connection});
    try {
        const [me, current] = await Promise.all([ask('GET', '/v1/me'), ask('GET', '/v1/orders/current')]);
        current.items.toReversed().forEach(takeOrder);
        change({me});
        if (!ride.order) await reread();
        if (!ride.order) await takePosition();
        readSaved().catch(() => {});
        lookAround();
    } catch (problem) {
        change({problem, me: ride.me ?? {}});
    }
}

session.addEventListener('in', entered);
session.addEventListener('out', ({detail}) => {
    news?.close();
    news = null;
    shownScene = '';
    cars.clear();
    change({me: null, order: null, quotes: null, page: null, past: null, methods: null, method: null, places: [null, null], problem: detail === 'ended' ? {code: 'unauthenticated', title: say('session_ended')} : null});
});

page.ready = map => {
    map.stage.add(cars);
    map.onTap(point => {
        if (session.signedIn && ride.me && !ride.order && !ride.quotes && !ride.page) tapped(point);
    });
};
setInterval(() => {
    if (document.hidden) return;
    keepFresh();
    if (ride.order && !over(ride.order)) page.paint();
}, 1000);
setInterval(() => session.signedIn && lookAround(), AROUND_MILLIS);

const signedIn = session.begin();
service().then(answer => {
    page.sandbox(answer.sandbox);
    change({service: answer});
}, problem => change({problem}));
page.paint();
if (await signedIn) entered();
