// The city page: the living map, its figures, and the story of whatever one clicks on.
import {call, pause} from './api.js';
import {Cars} from './cars.js';
import {ago, count, dateAndTime, duration} from './format.js';
import {drawSwitches} from './look.js';
import {openMap} from './map.js';
import {shape} from './shapes.js';
import {trafficSwitch} from './slow.js';
import {clearWay, drawNoTale, drawTale, drawWay, el, readTale, statusWords} from './tale.js';
import {Wishes, looks} from './wishes.js';
import {onLanguage, say, translate, words} from './words.js';

words({
    en: {
        city_title: 'Hansom · {place}', lately: 'Just now', door_ride: 'Take a ride', door_drive: 'Drive', door_ops: 'Office',
        figure_orders: 'Orders a minute', figure_waiting: 'Waiting now', figure_wait: 'Median wait', figure_free: 'Free drivers', figure_of: 'of {n}',
        figure_events: 'Events a second', figure_behind: 'Views behind',
        figure_orders_short: 'Orders/min', figure_waiting_short: 'Waiting', figure_wait_short: 'Median wait', figure_free_short: 'Free', figure_events_short: 'Events/s', figure_behind_short: 'Views behind', figure_level: 'level', figure_none: '–',
        legend_free: 'free', legend_way: 'on the way', legend_ride: 'with a rider', legend_wish: 'looking',
        city_quiet: 'No car is on shift. Start the node with ./start --city 200, or go on shift yourself under “Drive”.',
        city_no_orders: 'No order yet. Take a ride, and it appears here.',
        city_lost: 'Connection lost. What you see stands still; trying again…', city_connecting: 'Connecting…',
        city_open: 'Sandbox: all is open here. In production a visitor sees streets and nameless cars.',
        car_free: 'Free', car_paused: 'Resting', car_free_words: 'This car has no order now. It is offered the next one that suits it.', car_title: 'Car {tag}', car_busy: 'This car is busy. Whose order it has is for the people in it.',
        map_waits: 'The map is being prepared; this page goes on by itself.',
    },
    ru: {
        city_title: 'Hansom · {place}', lately: 'Только что', door_ride: 'Поехать', door_drive: 'За руль', door_ops: 'Диспетчерская',
        figure_orders: 'Заказов в минуту', figure_waiting: 'Ждут сейчас', figure_wait: 'Медиана ожидания', figure_free: 'Свободны', figure_of: 'из {n}',
        figure_events: 'Событий в секунду', figure_behind: 'Отставание видов',
        figure_orders_short: 'Заказы/мин', figure_waiting_short: 'Ждут', figure_wait_short: 'Ожидание', figure_free_short: 'Свободны', figure_events_short: 'События/с', figure_behind_short: 'Отставание', figure_level: 'нет', figure_none: '–',
        legend_free: 'свободна', legend_way: 'едет к пассажиру', legend_ride: 'с пассажиром', legend_wish: 'ищут',
        city_quiet: 'Ни одной машины на смене. Запустите узел командой ./start --city 200 или выйдите на смену сами: «За руль».',
        city_no_orders: 'Заказов пока нет. Закажите поездку, и она появится здесь.',
        city_lost: 'Связь потеряна. Картина замерла; пробуем снова…', city_connecting: 'Подключаемся…',
        city_open: 'Песочница: здесь открыто всё. В рабочем режиме гость видит улицы и безымянные машины.',
        car_free: 'Свободна', car_paused: 'Перерыв', car_free_words: 'У машины сейчас нет заказа. Ей предложат следующий подходящий.', car_title: 'Машина {tag}', car_busy: 'Машина занята. Чей заказ, знают только его участники.',
        map_waits: 'Карта готовится; страница продолжит сама.',
    },
});

const $ = id => document.getElementById(id);
const narrow = matchMedia('(max-width: 48rem)');
const MOST_LATELY = 30;

const cars = new Cars();
const wishes = new Wishes();
const known = {cars: new Map(), orders: new Map(), figures: null, sandbox: false};
const lately = [];
let map;
let tale = null;

async function start() {
    drawSwitches($('switches'));
    translate();
    const info = await mapInfo();
    map = await openMap($('map'), {info});
    $('switches').prepend(trafficSwitch(map));
    map.stage.add(wishes);
    map.stage.add(cars);
    map.onTap((point, pixel) => tap(pixel));
    map.ol.on('pointermove', event => {
        if (!event.dragging) map.ol.getTargetElement().style.cursor = cars.at(event.pixel) ?? wishes.at(event.pixel) ? 'pointer' : '';
    });
    frame(info);
    name(info);
    onLanguage(() => {
        name(info);
        draw();
        if (tale) open(tale);
    });
    addEventListener('keydown', event => {
        if (event.key === 'Escape' && tale) close();
    });
    watch();
    setInterval(() => drawLately(), 5000);
}

const LEAST_ZOOM = 12.5;
const margins = () => (narrow.matches ? [40, 24, innerHeight * 0.4, 24] : [48, 48, 48, 400]);

/** The streets fill what the panel leaves free; of a large map, its middle. */
function frame(info) {
    map.show([info.south_west, info.north_east], margins(), {swift: true, most: 16});
    if (map.view.getZoom() < LEAST_ZOOM) map.centre(info.centre, LEAST_ZOOM, {swift: true});
}

/** Of a large map, where most cars are, as long as nobody looks elsewhere. */
function frameCars(all) {
    const untouched = !known.figures && map.view.getZoom() <= LEAST_ZOOM + 0.01;
    if (!untouched || all.length < 5) return;
    const middle = (key, share) => all.map(car => car[key]).sort((one, other) => one - other)[Math.floor((all.length - 1) * share)];
    map.show([0.1, 0.9].map(share => ({lat: middle('lat', share), lng: middle('lng', share)})), margins(), {most: 15.5});
}

async function mapInfo() {
    for (;;) {
        try {
            return await call('GET', '/v1/map');
        } catch (problem) {
            state(say('map_waits'));
            await pause(3000);
        } finally {
            if (map) state(null);
        }
    }
}

function name(info) {
    const place = info.name.split(/[-_]/).filter(part => !/^\d+$/.test(part)).map(part => part[0].toUpperCase() + part.slice(1)).join(' ');
    document.title = say('city_title', {place});
    $('place').textContent = place;
    $('open-note').textContent = say('city_open');
}

function state(text) {
    $('state').hidden = !text;
    $('state').textContent = text ?? '';
}

function watch() {
    const stream = new EventSource('/v1/city/live');
    state(say('city_connecting'));
    stream.addEventListener('open', () => state(null));
    stream.addEventListener('error', () => {
        state(say('city_lost'));
        if (stream.readyState === EventSource.CLOSED) setTimeout(watch, 3000);
    });
    const on = (kind, handler) => stream.addEventListener(kind, event => {
        handler(JSON.parse(event.data));
        draw();
    });
    on('city', everything);
    on('cars', ({cars: changed, gone}) => {
        changed.forEach(putCar);
        gone.forEach(dropCar);
    });
    on('orders', ({orders, gone}) => {
        orders.forEach(putOrder);
        gone.forEach(id => {
            known.orders.delete(id);
            wishes.drop(id);
        });
    });
    on('figures', figures => { known.figures = figures; });
}

function everything({sandbox, cars: all, orders, figures}) {
    const there = new Set(all.map(car => car.tag));
    [...known.cars.keys()].filter(tag => !there.has(tag)).forEach(dropCar);
    all.forEach(putCar);
    frameCars(all);
    const alive = new Set(orders.map(order => order.id));
    [...known.orders.keys()].filter(id => !alive.has(id)).forEach(id => {
        known.orders.delete(id);
        wishes.drop(id);
    });
    orders.forEach(putOrder);
    Object.assign(known, {figures, sandbox});
    $('open-note').hidden = !sandbox;
}

function putCar(car) {
    known.cars.set(car.tag, car);
    cars.put({...car, state: car.state === 'paused' ? 'free' : car.state, path: car.path?.map(([lat, lng]) => ({lat, lng}))});
    if (tale?.car === car.tag && !tale.order && car.order_id) openCar(car.tag);
}

function dropCar(tag) {
    known.cars.delete(tag);
    cars.drop(tag);
}

function putOrder(order) {
    const before = known.orders.get(order.id);
    known.orders.set(order.id, order);
    wishes.put(order);
    if (before?.status === order.status) return;
    const at = lately.findIndex(one => one.id === order.id);
    if (at >= 0) lately.splice(at, 1);
    lately.push(order);
    lately.sort((one, other) => other.since.localeCompare(one.since));
    lately.length = Math.min(lately.length, MOST_LATELY);
    drawLately();
    if (tale?.order === order.id) renew();
}

let drawing = false;

/** Once a frame, however many events came. */
function draw() {
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => {
        drawing = false;
        drawFigures();
        drawLegend();
        if (lately.length === 0) drawLately();
    });
}

const cells = new Map();

function figure(key, value, unit, late = false, first = false) {
    if (!cells.has(key)) {
        const cell = el('div', {class: 'figure' + (first ? ' first' : '')}, el('dt'), el('dd'));
        cells.set(key, cell);
        $('figures').append(cell);
    }
    const cell = cells.get(key);
    cell.classList.toggle('late', late);
    const [title, text] = cell.children;
    const name = say(narrow.matches ? key + '_short' : key);
    if (title.textContent !== name) [title.textContent, title.title] = [name, say(key)];
    const said = `${value}|${unit ?? ''}`;
    if (text.dataset.said === said) return;
    text.dataset.said = said;
    text.replaceChildren(value, ...(unit ? [' ', el('span', {class: 'unit'}, unit)] : []));
}

function drawFigures() {
    const figures = known.figures;
    if (!figures) return;
    $('moment').textContent = dateAndTime(figures.now);
    figure('figure_orders', count(figures.orders_last_minute), null, false, true);
    figure('figure_waiting', count(figures.waiting_now), null, false, true);
    figure('figure_wait', figures.median_wait_seconds == null ? say('figure_none') : duration(figures.median_wait_seconds));
    figure('figure_free', count(figures.free_drivers), say('figure_of', {n: count(figures.cars)}));
    figure('figure_events', count(figures.events_per_second, figures.events_per_second < 10 ? 1 : 0));
    const late = figures.views_behind_seconds > 2;
    figure('figure_behind', late ? duration(figures.views_behind_seconds) : say('figure_level'), late ? count(figures.views_behind_events) : null, late);
}

function drawLegend() {
    const counts = {free: 0, way: 0, ride: 0};
    for (const car of known.cars.values()) counts[car.state === 'paused' ? 'free' : car.state]++;
    if (known.sandbox) counts.wish = [...known.orders.values()].filter(order => looks(order.status) === 'wish').length;
    const said = JSON.stringify(counts) + document.documentElement.lang;
    if ($('legend').dataset.said === said) return;
    $('legend').dataset.said = said;
    $('legend').replaceChildren(...Object.entries(counts).map(([kind, n]) => el('li', {}, shape(kind), el('span', {}, say('legend_' + kind), ' ', el('b', {}, count(n))))));
}

function drawLately() {
    const list = $('lately');
    if (list.contains(document.activeElement)) return;
    if (lately.length === 0) {
        list.replaceChildren(el('li', {class: 'empty'}, say(known.cars.size === 0 ? 'city_quiet' : 'city_no_orders')));
        return;
    }
    const now = known.figures ? Date.parse(known.figures.now) : Date.now();
    list.replaceChildren(...lately.map(order => {
        const button = el('button', {class: 'choice', type: 'button'}, shape(looks(order.status)), el('span', {class: 'grow cut'}, statusWords(order.status)), el('time', {class: 'tiny', datetime: order.since}, ago(Math.min(now, Date.parse(order.since)), now)));
        button.addEventListener('click', () => open({order: order.id}));
        return el('li', {}, button);
    }));
}

function tap(pixel) {
    const tag = cars.at(pixel);
    if (tag) return openCar(tag);
    const order = wishes.at(pixel);
    if (order) return open({order});
    return close();
}

function openCar(tag) {
    const car = known.cars.get(tag);
    if (!car) return;
    open(car.order_id ? {order: car.order_id, car: tag} : {car: tag});
}

async function open(wanted) {
    const same = tale && tale.order === wanted.order && tale.car === wanted.car;
    tale = {...wanted};
    const mine = tale;
    cars.choose(tale.car ?? null);
    wishes.choose(tale.order ?? null);
    const box = $('tale');
    if (!same) box.replaceChildren(tools(), el('div', {class: 'stack'}, ...[60, 90, 40].map(() => el('div', {class: 'skeleton'}))));
    box.hidden = false;
    document.body.classList.add('telling');
    if (!tale.order) {
        clearWay(map);
        const car = known.cars.get(tale.car);
        const free = car?.state === 'free' || car?.state === 'paused';
        box.replaceChildren(tools(), el('div', {class: 'tale-head'},
            el('div', {class: 'row'}, el('span', {class: `chip ${car?.state ?? ''}`}, shape(free ? 'free' : car.state), say(car?.state === 'paused' ? 'car_paused' : free ? 'car_free' : 'legend_' + car.state))),
            el('h2', {id: 'tale-title', tabindex: '-1'}, say('car_title', {tag: tale.car.slice(-4)})),
            el('p', {class: 'soft'}, say(free ? 'car_free_words' : 'car_busy'))));
        return;
    }
    try {
        const told = await readTale(tale.order);
        if (tale !== mine) return;
        box.replaceChildren(tools(), drawTale(told));
        drawWay(map, told, same ? null : narrow.matches ? [40, 40, innerHeight * 0.68 + 24, 40] : [80, 480, 80, 440]);
        if (!same) $('tale-title').focus({preventScroll: true});
    } catch (problem) {
        if (tale === mine) box.replaceChildren(tools(), drawNoTale(problem, () => open(mine)));
    }
}

let renewing = 0;

/** The order that is spoken of has changed: it is read again, at most once a second. */
function renew() {
    clearTimeout(renewing);
    renewing = setTimeout(() => tale?.order && open(tale), 900);
}

function tools() {
    const shut = el('button', {class: 'switch icon', type: 'button', 'aria-label': say('tale_close'), title: say('tale_close')}, cross());
    shut.addEventListener('click', close);
    const whole = tale.order ? el('a', {href: `/story#${tale.order}`, class: 'small'}, say('tale_whole')) : el('span');
    return el('div', {class: 'row apart tale-tools'}, whole, shut);
}

function cross() {
    const svg = shape('gone');
    svg.setAttribute('class', 'shape');
    return svg;
}

function close() {
    tale = null;
    $('tale').hidden = true;
    document.body.classList.remove('telling');
    cars.choose(null);
    wishes.choose(null);
    clearWay(map);
}

start();
