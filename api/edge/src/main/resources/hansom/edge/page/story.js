// The story of one order as a page of its own: /story#ord_…
import {drawSwitches} from './look.js';
import {openMap} from './map.js';
import {clearWay, drawNoTale, drawTale, drawWay, el, readTale, statusWords} from './tale.js';
import {onLanguage, say, words} from './words.js';

words({
    en: {
        story_title: 'The story of an order', story_which: 'Which order?', story_id: 'The order’s id', story_open: 'Open', story_hint: 'ord_…',
        story_how: 'Click a car or an order on the city’s map, or paste an id here.', story_city: 'To the city',
        story_wrong: 'An id begins with ord_ and goes on with 36 letters, figures and dashes.',
        story_closed: 'Here a story is open to the people in it and to the office: sign in where you ride, drive or work.',
    },
    ru: {
        story_title: 'История заказа', story_which: 'Какой заказ?', story_id: 'Номер заказа', story_open: 'Открыть', story_hint: 'ord_…',
        story_how: 'Нажмите на машину или заказ на карте города или вставьте номер сюда.', story_city: 'К карте города',
        story_wrong: 'Номер начинается с ord_, дальше 36 букв, цифр и дефисов.',
        story_closed: 'Здесь история открыта участникам поездки и диспетчерам: войдите там, где едете, водите или работаете.',
    },
});

const $ = id => document.getElementById(id);
const ID = /^ord_[0-9a-f-]{36}$/;
const RUNNING = new Set(['scheduled', 'processing', 'queued', 'accepted', 'arrived', 'in_progress']);
let map;
let renewing = 0;

async function start() {
    drawSwitches($('switches'));
    addEventListener('hashchange', () => show(true));
    onLanguage(() => show(false));
    const ready = openMap($('map')).then(opened => { map = opened; }).catch(problem => $('map').replaceChildren(drawNoTale(problem, () => location.reload())));
    await Promise.all([ready, show(true)]);
    if (told) drawWay(map, told, 64);
}

let told = null;

async function show(fresh) {
    clearTimeout(renewing);
    const id = decodeURIComponent(location.hash.slice(1));
    document.title = `Hansom · ${say('story_title')}`;
    if (!ID.test(id)) return ask(id);
    if (fresh) $('tale').replaceChildren(el('div', {class: 'stack'}, ...[0, 1, 2, 3].map(() => el('div', {class: 'skeleton'}))));
    try {
        told = await readTale(id);
        document.title = `Hansom · ${statusWords(told.order.status)}`;
        $('tale').replaceChildren(drawTale(told));
        if (map) drawWay(map, told, fresh ? 64 : null);
        if (RUNNING.has(told.order.status)) renewing = setTimeout(() => show(false), 4000);
    } catch (problem) {
        told = null;
        if (map) clearWay(map);
        if (problem.status === 403) return ask(id, say('story_closed'));
        $('tale').replaceChildren(el('div', {class: 'stack'}, drawNoTale(problem, () => show(true)), form(id)));
    }
}

function ask(id, note = say('story_how')) {
    told = null;
    if (map) clearWay(map);
    $('tale').replaceChildren(el('div', {class: 'stack wide'}, el('div', {class: 'stack tight'}, el('h1', {}, say('story_which')), el('p', {class: 'soft'}, note)), form(id), el('p', {}, el('a', {href: '/'}, say('story_city')))));
}

function form(id) {
    const input = el('input', {name: 'id', value: id, placeholder: say('story_hint'), autocomplete: 'off', spellcheck: 'false', required: true});
    const wrong = el('p', {class: 'small', role: 'alert', hidden: true}, say('story_wrong'));
    const box = el('form', {novalidate: true}, el('label', {class: 'field'}, el('span', {}, say('story_id')), input), wrong, el('button', {class: 'button'}, say('story_open')));
    box.addEventListener('submit', event => {
        event.preventDefault();
        const wanted = input.value.trim();
        wrong.hidden = ID.test(wanted);
        if (!wrong.hidden) return input.focus();
        if (location.hash === '#' + wanted) show(true);
        else location.hash = wanted;
    });
    return box;
}

start();
