// The story of an order: how it stands, where from and where to, what it costs item by item, who was asked, and every event as it was stored.
import {call, drawProblem} from './api.js';
import {clock, dateAndTime, distance, duration, money} from './format.js';
import {knows, say, words} from './words.js';
import {shape} from './shapes.js';
import {looks} from './wishes.js';

words({
    en: {
        status_scheduled: 'Planned for later', status_processing: 'Looking for a car', status_queued: 'In the queue for a car',
        status_accepted: 'The car is on its way', status_arrived: 'The car is waiting', status_in_progress: 'On the way with a rider',
        status_completed: 'Ride complete', status_rider_canceled: 'Cancelled by the rider', status_driver_canceled: 'Cancelled by the driver',
        status_operator_canceled: 'Cancelled by the office', status_no_drivers_available: 'No car was found',
        class_economy: 'Economy', class_comfort: 'Comfort', class_business: 'Business', class_van: 'Van', class_cargo: 'Cargo',
        tale_from: 'From', tale_to: 'To', tale_stop: 'Stop', tale_fare: 'Fare', tale_fare_quoted: 'Fare as quoted', tale_fee: 'Cancelling fee', tale_total: 'Total',
        tale_most: 'never more than {most}', tale_asked: 'Who was asked', tale_events: 'What happened', tale_planned: 'planned', tale_driven: 'driven',
        tale_filled: '{distance} of it filled in over gaps', tale_by_plan: 'length taken from the plan', tale_stored: '{stream} · event {seq}',
        tale_driver_number: 'Driver {tag}', tale_nobody_asked: 'Nobody was near enough to be asked yet.',
        offer_shown: 'asked', offer_accepted: 'accepted', offer_declined: 'declined', offer_lapsed: 'did not answer', offer_withdrawn: 'taken back',
        tale_whole: 'Open as a page', tale_close: 'Close', tale_point: '{lat}, {lng}', tale_day: 'Placed {when}',
        item_base: 'Base', item_distance: 'Distance', item_time: 'Time', item_minimum: 'Up to the minimum', item_demand: 'Demand', item_night: 'Night', item_stops: 'Stops',
        item_extra: 'Extra', item_waiting: 'Waiting', item_late_cancelling: 'Late cancelling', item_no_show: 'Nobody came', item_cap: 'Kept to the promise',
        fact_class: 'class {value}', fact_fare: 'fare {value}', fact_method: 'paid by {value}', fact_pickup_at: 'for {value}', fact_search: 'search {value}', fact_pickup_seconds: '{value} to the pick-up',
        fact_free_until: 'waiting is free until {value}', fact_waited_seconds: 'waited {value}', fact_stop: 'stop {value}', fact_seconds: 'driven for {value}', fact_commission: 'commission {value}',
        fact_metres: '{value}', fact_basis: '{value}', fact_why: 'why: {value}', fact_until: 'until {value}', fact_reason: 'reason: {value}', fact_expires_at: 'until {value}', fact_amount: '{value}',
        fact_of_driver: 'driver: {value} of 5', fact_of_rider: 'rider: {value} of 5', fact_driver: 'driver {value}',
    },
    ru: {
        status_scheduled: 'Заказ на потом', status_processing: 'Ищем машину', status_queued: 'В очереди за машиной',
        status_accepted: 'Машина едет', status_arrived: 'Машина ждёт', status_in_progress: 'В пути с пассажиром',
        status_completed: 'Поездка завершена', status_rider_canceled: 'Отменил пассажир', status_driver_canceled: 'Отменил водитель',
        status_operator_canceled: 'Отменил диспетчер', status_no_drivers_available: 'Машина не нашлась',
        class_economy: 'Эконом', class_comfort: 'Комфорт', class_business: 'Бизнес', class_van: 'Минивэн', class_cargo: 'Грузовой',
        tale_from: 'Откуда', tale_to: 'Куда', tale_stop: 'Остановка', tale_fare: 'Стоимость', tale_fare_quoted: 'Стоимость по предложению', tale_fee: 'Плата за отмену', tale_total: 'Итого',
        tale_most: 'не больше {most}', tale_asked: 'Кому предлагали', tale_events: 'Что произошло', tale_planned: 'по плану', tale_driven: 'проехали',
        tale_filled: 'из них {distance} восстановлено на разрывах', tale_by_plan: 'длина взята из плана', tale_stored: '{stream} · событие {seq}',
        tale_driver_number: 'Водитель {tag}', tale_nobody_asked: 'Пока рядом никого, кому можно предложить.',
        offer_shown: 'предложено', offer_accepted: 'согласился', offer_declined: 'отказался', offer_lapsed: 'не ответил', offer_withdrawn: 'отозвано',
        tale_whole: 'Открыть страницей', tale_close: 'Закрыть', tale_point: '{lat}, {lng}', tale_day: 'Заказ: {when}',
        item_base: 'Посадка', item_distance: 'Расстояние', item_time: 'Время', item_minimum: 'До минимума', item_demand: 'Спрос', item_night: 'Ночь', item_stops: 'Остановки',
        item_extra: 'Дополнительно', item_waiting: 'Ожидание', item_late_cancelling: 'Поздняя отмена', item_no_show: 'Никто не вышел', item_cap: 'По обещанию не больше',
        fact_class: 'класс: {value}', fact_fare: 'стоимость {value}', fact_method: 'оплата: {value}', fact_pickup_at: 'на {value}', fact_search: 'поиск {value}', fact_pickup_seconds: '{value} до посадки',
        fact_free_until: 'бесплатно ждёт до {value}', fact_waited_seconds: 'ждал {value}', fact_stop: 'остановка {value}', fact_seconds: 'ехали {value}', fact_commission: 'комиссия {value}',
        fact_metres: '{value}', fact_basis: '{value}', fact_why: 'почему: {value}', fact_until: 'до {value}', fact_reason: 'причина: {value}', fact_expires_at: 'до {value}', fact_amount: '{value}',
        fact_of_driver: 'водителю: {value} из 5', fact_of_rider: 'пассажиру: {value} из 5', fact_driver: 'водитель {value}',
    },
});

const MAIN = new Set([
    'order_placed', 'driver_assigned', 'driver_arrived', 'trip_started', 'order_completed', 'order_cancelled', 'driver_lost', 'payment_captured', 'authorisation_declined',
]);
const OUTCOMES = {offer_shown: 'shown', offer_accepted: 'accepted', offer_declined: 'declined', offer_lapsed: 'lapsed', offer_withdrawn: 'withdrawn'};

export function el(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value === undefined || value === null || value === false) continue;
        if (key === 'class') element.className = value;
        else element.setAttribute(key, value === true ? '' : value);
    }
    element.append(...children.filter(child => child !== null && child !== undefined && child !== false));
    return element;
}

export const statusWords = status => (knows('status_' + status) ? say('status_' + status) : status);

/** The points of an encoded polyline with five decimals. */
export function decode(polyline) {
    const points = [];
    let [i, lat, lng] = [0, 0, 0];
    const next = () => {
        let [value, shift, bits] = [0, 0, 0];
        do {
            bits = polyline.charCodeAt(i++) - 63;
            value |= (bits & 31) << shift;
            shift += 5;
        } while (bits >= 32);
        return value & 1 ? ~(value >> 1) : value >> 1;
    };
    while (i < polyline.length) {
        lat += next();
        lng += next();
        points.push({lat: lat / 1e5, lng: lng / 1e5});
    }
    return points;
}

/** Reads the story of an order and, when there is one, its track. */
export async function readTale(id, signal) {
    const told = await call('GET', `/v1/city/orders/${encodeURIComponent(id)}`, {signal});
    let track = [];
    if (told.order.driven) {
        try {
            track = trackOf(await call('GET', `/v1/city/orders/${encodeURIComponent(id)}/track`, {signal}));
        } catch (problem) {
            if (problem.code !== 'track_unknown') throw problem;
        }
    }
    return {...told, track};
}

/** What was driven as it lies on the roads, not as the phone recorded it. */
function trackOf(geojson) {
    const road = geojson.features.find(feature => feature.properties.name === 'roads') ?? geojson.features[0];
    return (road?.geometry.coordinates ?? []).map(([lng, lat]) => ({lat, lng}));
}

/** Draws the way of a story on a map and brings it into view. */
export function drawWay(map, {order, track}, padding) {
    clearWay(map);
    const planned = decode(order.route.polyline);
    map.line('tale-planned', planned, track.length ? 'hint' : 'route');
    if (track.length > 1) map.line('tale-driven', track, 'driven');
    map.mark('tale-from', order.pickup, 'pickup');
    order.stops.forEach((stop, i) => map.mark(`tale-stop-${i}`, stop, 'stop'));
    map.mark('tale-to', order.drop_off, 'drop_off');
    if (padding !== null) map.show([...planned, ...track, order.pickup, order.drop_off], padding);
}

export function clearWay(map) {
    map.unline('tale-planned');
    map.unline('tale-driven');
    ['tale-from', 'tale-to', ...Array.from({length: 5}, (_, i) => `tale-stop-${i}`)].forEach(id => map.unmark(id));
}

/** The story as elements, in the language of the page. */
export function drawTale({order, events}) {
    return el('div', {class: 'tale-body'}, head(order), way(order), bill(order), asked(order, events), line(events));
}

function head(order) {
    const kind = looks(order.status);
    return el('div', {class: 'tale-head'},
        el('div', {class: 'row'}, el('span', {class: `chip ${kind === 'gone' ? 'alarm' : kind}`}, shape(kind), say('class_' + order.product_class))),
        el('h2', {id: 'tale-title', tabindex: '-1'}, statusWords(order.status)),
        el('p', {class: 'small soft'}, say('tale_day', {when: dateAndTime(order.placed_at)})),
        el('code', {class: 'id'}, order.order_id));
}

function place(point) {
    return point.label ?? say('tale_point', {lat: point.lat.toFixed(5), lng: point.lng.toFixed(5)});
}

function way(order) {
    const points = [[order.pickup, 'pickup', 'tale_from'], ...order.stops.map(stop => [stop, 'wish', 'tale_stop']), [order.drop_off, 'drop_off', 'tale_to']];
    const lengths = [`${distance(order.route.distance_metres)} · ${duration(order.route.duration_seconds)} ${say('tale_planned')}`];
    if (order.driven) {
        lengths.push(`${distance(order.driven.distance_metres)} · ${duration(order.driven.duration_seconds)} ${say('tale_driven')}`);
        if (order.driven.basis === 'planned') lengths.push(say('tale_by_plan'));
        else if (order.driven.filled_metres > 0) lengths.push(say('tale_filled', {distance: distance(order.driven.filled_metres)}));
    }
    const car = order.driver?.person;
    return el('section', {},
        el('ul', {class: 'points'}, ...points.map(([point, kind, name]) => el('li', {}, shape(kind), el('div', {}, el('p', {class: 'tiny softer'}, say(name)), el('p', {}, place(point)))))),
        el('p', {class: 'small soft'}, lengths.join(' · ')),
        car ? el('p', {class: 'small'}, carWords(car)) : null);
}

function carWords(person) {
    const car = person.vehicle ?? person.car ?? {};
    const body = [car.colour, car.make, car.model].filter(Boolean).join(' ');
    return [person.name, body, car.plate].filter(Boolean).join(' · ');
}

function bill(order) {
    const fare = order.fare ?? order.quoted_fare;
    const over = !['completed', 'in_progress', 'accepted', 'arrived', 'processing', 'queued', 'scheduled'].includes(order.status);
    const title = over ? 'tale_fee' : order.fare ? 'tale_fare' : 'tale_fare_quoted';
    if (fare.items.length === 0 && fare.total.amount_minor === 0) return null;
    return el('section', {},
        el('h3', {}, say(title)),
        el('dl', {class: 'bill'},
            ...fare.items.map(item => el('div', {}, el('dt', {}, say('item_' + item.kind)), el('dd', {}, money(item.amount)), item.reckoning && item.reckoning !== item.kind ? el('dd', {class: 'how'}, item.reckoning) : null)),
            el('div', {class: 'sum'}, el('dt', {}, say('tale_total')), el('dd', {}, money(fare.total)),
                order.fare ? null : el('dd', {class: 'how'}, say('tale_most', {most: money(order.most)})))));
}

function asked(order, events) {
    const offers = new Map();
    for (const event of events) {
        const outcome = OUTCOMES[event.type];
        if (!outcome) continue;
        const driver = event.facts.driver ?? event.stream;
        offers.set(driver, {...offers.get(driver), outcome, seconds: event.facts.pickup_seconds ?? offers.get(driver)?.seconds});
    }
    const rows = [...offers].map(([driver, {outcome, seconds}]) => {
        const kind = {accepted: 'free', shown: 'wish', declined: 'alarm', lapsed: 'alarm'}[outcome] ?? '';
        const mine = order.driver && order.driver.person.driver_id === driver;
        const name = mine ? order.driver.person.name ?? driver : say('tale_driver_number', {tag: driver.slice(-4)});
        return el('li', {}, el('span', {class: 'cut'}, name, seconds ? el('span', {class: 'softer'}, ` · ${duration(Number(seconds))}`) : null), el('span', {class: `chip ${kind}`}, say('offer_' + outcome)));
    });
    return el('section', {}, el('h3', {}, say('tale_asked')), rows.length ? el('ul', {class: 'asked'}, ...rows) : el('p', {class: 'small soft'}, say('tale_nobody_asked')));
}

const SAID = {
    class: value => (knows('class_' + value) ? say('class_' + value) : value),
    pickup_seconds: value => duration(Number(value)), waited_seconds: value => duration(Number(value)), seconds: value => duration(Number(value)),
    metres: value => distance(Number(value)), free_until: value => clock(value), until: value => clock(value), expires_at: value => clock(value, true), pickup_at: value => clock(value),
    driver: value => value.slice(-4), reason: value => value.replaceAll('_', ' '), why: value => value.replaceAll('_', ' '),
};
const UNSAID = new Set(['basis', 'search']);

function facts(event) {
    return Object.entries(event.facts)
        .filter(([name, value]) => knows('fact_' + name) && !UNSAID.has(name) && !(name === 'waited_seconds' && value === '0') && !(name === 'driver' && event.type.startsWith('driver_')))
        .map(([name, value]) => say('fact_' + name, {value: SAID[name]?.(value) ?? value}))
        .join(' · ');
}

function line(events) {
    return el('section', {},
        el('h3', {}, say('tale_events')),
        el('ol', {class: 'line-of-time'}, ...events.map(event => {
            const more = facts(event);
            return el('li', {class: MAIN.has(event.type) ? 'main' : ''},
                el('time', {datetime: event.at}, clock(event.at, true)),
                el('div', {}, el('p', {}, event.text), more ? el('p', {class: 'facts'}, more) : null,
                    el('code', {title: event.event_id}, say('tale_stored', {stream: `${event.stream.slice(0, 3)}…${event.stream.slice(-4)} ${event.type}`, seq: event.seq}))));
        })));
}

/** A story that could not be read. */
export function drawNoTale(problem, retry) {
    return drawProblem(problem, retry);
}
