// The operator's page: who is signed in, which section is open, and the search that leads to any of them.
import './app-words.js';
import './ops-words.js';
import {drawSwitches} from './look.js';
import {home} from './ops-home.js';
import {order, orders} from './ops-orders.js';
import {driver, drivers, rider, riders} from './ops-people.js';
import {signinScreen} from './ops-signin.js';
import {ask, change, go, ops, painted, refresh, routeOf, session} from './ops-state.js';
import {parked, roads, views, wealth} from './ops-works.js';
import {clock} from './format.js';
import {html, icon, nothing, painter, trouble} from './paint.js';
import {render} from './lit-html-3.3.2.js';
import {service} from './service.js';
import {onLanguage, say, translate} from './words.js';

const EACH_MILLIS = 4000;
const SECTIONS = {home, orders, order, drivers, driver, riders, rider, parked, roads, money: wealth, views};
const NAV = {home: 'home', orders: 'orders', drivers: 'drivers', riders: 'riders', parked: 'parked', roads: 'roads', money: 'money', views: 'views'};
const PARENT = {order: 'orders', driver: 'drivers', rider: 'riders'};
const PREFIXES = {ord_: 'order', drv_: 'driver', rid_: 'rider'};
const FOUND_MILLIS = 6000;

const main = document.getElementById('main');
const place = name => document.getElementById(name);
const paint = painter(main, () => {
    furniture();
    return view();
}, () => (session.signedIn ? `${ops.route.name} ${ops.route.id ?? ''}` : 'door'));
let ended = false;
let sought = null;

painted(paint, SECTIONS);

function view() {
    if (!session.signedIn) return signinScreen(paint, ended);
    const parent = PARENT[ops.route.name];
    const section = SECTIONS[ops.route.name];
    return html`<div class="stack wide">
        <div class="row">${parent ? html`<a class="plain" href=${'#' + parent} aria-label=${say('back')}>${icon('back')}</a>` : nothing}
            <h1 class="grow">${say('nav_' + (parent ?? ops.route.name))}</h1>
            <span class="tiny softer stamp">${ops.away ? say('away') : ops.at ? say('refreshed', {time: clock(ops.at, true)}) : nothing}</span></div>
        ${ops.unread ? trouble(ops.unread, refresh) : section.view(ops.route)}
    </div>`;
}

/** The bar and the list of sections. */
function furniture() {
    const open = session.signedIn;
    render(open ? Object.keys(NAV).map(name => html`<a href=${'#' + name} data-nav=${name} aria-current=${(PARENT[ops.route.name] ?? ops.route.name) === name ? 'page' : 'false'}>${say('nav_' + name)}</a>`) : nothing, place('nav'));
    render(open ? html`<button type="button" class="switch" data-sign-out aria-label=${say('sign_out')} title=${say('sign_out')} @click=${() => session.signOut().catch(() => {})}>${icon('person', 20)}</button>` : nothing, place('out'));
    render(open ? html`<form class="find" role="search" @submit=${search}>${icon('search', 20)}<input class="input" name="what" type="search" aria-label=${say('search')} placeholder=${say('search_hint')} autocomplete="off" spellcheck="false">${sought ? html`<div class="problem small" role="alert">${sought}</div>` : nothing}</form>` : nothing, place('search'));
}

/** An id leads to its section; a phone number to whom it belongs. */
async function search(event) {
    event.preventDefault();
    const what = new FormData(event.target).get('what').trim();
    const section = PREFIXES[what.slice(0, 4)];
    sought = null;
    if (section) go(section, what);
    else if (what.startsWith('pay_')) go('order', what.replace(/^pay_/, 'ord_'));
    else if (/^pot_(drv|flt)_/.test(what)) go('money', what.slice(4).replace(/_\d{8}_[a-z]{3}$/, ''));
    else if (what.startsWith('flt_')) go('money', what);
    else if (/^\+?[\d\s()-]{7,20}$/.test(what)) await byPhone(what);
    else sought = say('search_what');
    if (sought) setTimeout(() => {
        sought = null;
        paint();
    }, FOUND_MILLIS);
    paint();
}

async function byPhone(typed) {
    const digits = typed.replace(/\D/g, '');
    try {
        const found = await ask('POST', '/v1/ops/people/find', {body: {phone: `+${digits}`}, repeat: true});
        if (found.driver_id && (ops.route.name.startsWith('driver') || !found.rider_id)) go('driver', found.driver_id);
        else if (found.rider_id) go('rider', found.rider_id);
        else sought = say('search_nothing');
    } catch (problem) {
        sought = `${problem.title} · ${problem.code}`;
    }
}

function opened() {
    if (location.hash === '#main') return;
    queueMicrotask(() => document.querySelector('#nav [aria-current=page]')?.scrollIntoView({block: 'nearest', inline: 'center'}));
    change({route: routeOf(location.hash), data: {}, problem: null, told: null, asked: null, unread: null, at: null});
    refresh();
}

addEventListener('hashchange', opened);
session.addEventListener('in', () => {
    ended = false;
    opened();
});
session.addEventListener('out', ({detail}) => {
    ended = detail === 'ended';
    change({data: {}, problem: null, told: null});
});
onLanguage(() => {
    document.title = `Hansom · ${say('ops')}`;
    paint();
});
setInterval(() => {
    if (!document.hidden && session.signedIn && !ops.busy && !ops.asked) refresh();
}, EACH_MILLIS);

drawSwitches(place('switches'));
translate();
document.title = `Hansom · ${say('ops')}`;
service().then(answer => {
    place('sandbox').hidden = !answer.sandbox;
    change({service: answer});
}, () => change({away: true}));
const signedIn = session.begin();
ops.route = routeOf(location.hash);
paint();
if (await signedIn) opened();
