// Where from and where to: typed with suggestions, taken from the map, the browser's position or a saved place; stops between.
import {distance} from './format.js';
import {metres} from './line.js';
import {html, icon, nothing, trouble} from './paint.js';
import {priceIt} from './ride-choose.js';
import {kerbPicks, lookForKerbs} from './ride-kerb.js';
import {ask, change, ride} from './ride-state.js';
import {say} from './words.js';

const TYPING_MILLIS = 180;
const MOST_STOPS = 5;
let typing = 0;
let asking = null;

export function planScreen() {
    const near = ride.near;
    return html`<div class="stack">
        <div><h1 class="big">${say('ride_welcome')}</h1>
        <p class="small soft">${near === null ? '\u00a0' : near.length ? say('near_cars', {n: near.length}) : say('no_near_cars')}</p></div>
        <div class="ends">${ride.places.map((place, i) => end(place, i))}</div>
        ${ride.editing === null ? ready() : suggestions()}
        ${trouble(ride.problem, ready.retry)}
    </div>`;
}

function nameOf(i) {
    if (i === 0) return say('from');
    return i === ride.places.length - 1 ? say('to') : say('stop_n', {n: i});
}

function end(place, i) {
    const last = i === ride.places.length - 1;
    const editing = ride.editing === i;
    return html`<div class="end-row ${i === 0 ? 'first' : last ? 'last' : 'stop'}">
        <i aria-hidden="true"></i>
        <input class="input" role="combobox" aria-label=${nameOf(i)} name=${i === 0 ? 'from' : last ? 'to' : 'stop-' + i} autocomplete="off" spellcheck="false" enterkeyhint="search"
            aria-expanded=${editing && !!ride.found?.length} aria-controls="found" aria-activedescendant=${editing && ride.found?.length && ride.at >= 0 ? 'found-' + ride.at : ''}
            placeholder=${i === 0 ? say('where_from') : last ? say('where_to') : say('type_hint')}
            .value=${editing ? ride.text : place?.label ?? ''} @focus=${event => edit(i, event)} @input=${event => typed(event.target.value)} @keydown=${event => keyed(event, i)}>
        ${!last && i > 0 ? html`<button type="button" class="plain" aria-label=${say('remove_stop')} @click=${() => removeStop(i)}>${icon('close', 18)}</button>` : nothing}
        ${i === 0 ? html`<button type="button" class="plain" aria-label=${say('my_place')} title=${say('my_place')} @click=${() => takePosition(true)}>${icon('here', 20)}</button>` : nothing}
        ${last && i > 0 && ride.places.length < MOST_STOPS + 2 && ride.places.every(Boolean) ? html`<button type="button" class="plain" aria-label=${say('add_stop')} title=${say('add_stop')} @click=${addStop}>${icon('plus', 20)}</button>` : nothing}
    </div>`;
}

function edit(i, event) {
    const text = ride.places[i]?.label ?? '';
    if (ride.editing !== i) change({editing: i, text, found: null, at: -1, tapping: null});
    queueMicrotask(() => event.target.select?.());
    if (!text) change({found: saved()});
}

function saved() {
    return ride.saved.map(one => ({id: one.place_id, kind: 'saved', name: one.label, address: one.address, lat: one.lat, lng: one.lng}));
}

function typed(text) {
    change({text, at: -1});
    clearTimeout(typing);
    asking?.abort();
    if (text.trim().length < 2) {
        change({found: saved()});
        return;
    }
    typing = setTimeout(() => suggest(text.trim()), TYPING_MILLIS);
}

async function suggest(text) {
    asking = new AbortController();
    const centre = ride.places[0] ?? ride.service?.map?.centre;
    const near = centre ? `&near=${centre.lat.toFixed(6)},${centre.lng.toFixed(6)}` : '';
    const options = {signal: asking.signal};
    try {
        let {places} = await ask('GET', `/v1/places/suggest?q=${encodeURIComponent(text)}${near}&limit=6`, options);
        if (places.length === 0) ({places} = await ask('GET', `/v1/places/search?q=${encodeURIComponent(text)}${near}&limit=6`, options));
        change({found: places, at: places.length ? 0 : -1, problem: null});
    } catch (problem) {
        if (!asking.signal.aborted) change({problem});
    }
}

function keyed(event, i) {
    const all = ride.found ?? [];
    const move = by => {
        event.preventDefault();
        change({at: (ride.at + by + all.length) % Math.max(1, all.length)});
    };
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && all[ride.at]) {
        event.preventDefault();
        choose(i, all[ride.at]);
    } else if (event.key === 'Escape') stopEditing();
}

function suggestions() {
    const i = ride.editing;
    return html`<div class="stack tight">
        <ul class="rows found" id="found" role="listbox" aria-label=${nameOf(i)}>${(ride.found ?? []).map((place, at) => html`
            <li role="option" id=${'found-' + at} aria-selected=${at === ride.at} class=${at === ride.at ? 'at' : ''} @mousedown=${event => event.preventDefault()} @click=${() => choose(i, place)}>
                ${icon(place.kind === 'saved' ? 'star' : 'pin', 20)}
                <span class="grow"><span class="cut block">${place.name}</span><span class="cut block tiny softer">${place.address}</span></span>
                ${place.away_metres > 30 ? html`<span class="tiny softer">${distance(place.away_metres)}</span>` : nothing}
            </li>`)}</ul>
        ${i > 0 && !ride.text ? kerbPicks(getInAt) : nothing}
        ${ride.found?.length === 0 && ride.text.trim().length > 1 ? html`<p class="empty small">${say('no_places', {text: ride.text.trim()})}</p>` : nothing}
        <button type="button" class="text row small" data-on-map @click=${() => change({editing: null, found: null, text: '', tapping: i})}>${icon('pin', 18)}<span>${say('on_the_map')}</span></button>
    </div>`;
}

/** Nothing is being typed: the fares are asked as soon as all places are there. */
function ready() {
    if (ride.tapping !== null) return html`<p class="hint">${icon('pin', 20)}<span>${say(ride.tapping === 0 ? 'here_pick' : 'there_pick')}</span></p>`;
    if (ride.busy === 'quotes') return html`<div class="skeleton tall-line"></div>`;
    return html`${ride.saved.length && !ride.places.at(-1) ? html`<div class="picks">${saved().map(place => html`
        <button type="button" class="pick" @click=${() => choose(ride.places.length - 1, place)}>${place.name}</button>`)}</div>` : nothing}
        ${kerbPicks(getInAt)}`;
}
ready.retry = () => priceIt();

export function choose(i, {id, lat, lng, name, label}) {
    const places = ride.places.slice();
    places[i] = {lat, lng, label: label ?? name};
    document.activeElement?.blur?.();
    change({places, editing: null, found: null, text: '', tapping: null, problem: null, quotes: null});
    if (i === 0) lookForKerbs(places[0], id);
    if (places.every(Boolean)) priceIt();
    else if (i === 0 && !places.at(-1)) requestAnimationFrame(() => document.querySelector('input[name=to]')?.focus());
}

/** One of the kerbs becomes the pick-up; the others stay on offer. */
export function getInAt(place) {
    const places = [place, ...ride.places.slice(1)];
    change({places, problem: null, quotes: null});
    if (places.every(Boolean)) priceIt();
}

function stopEditing() {
    document.activeElement?.blur?.();
    const places = ride.places.filter((place, i) => place || i === 0 || i === ride.places.length - 1);
    change({places, editing: null, found: null, text: ''});
}

function addStop() {
    const places = [...ride.places.slice(0, -1), null, ride.places.at(-1)];
    change({places, quotes: null});
    requestAnimationFrame(() => document.querySelector(`input[name=stop-${places.length - 2}]`)?.focus());
}

function removeStop(i) {
    change({places: ride.places.filter((_, at) => at !== i), editing: null, found: null, quotes: null});
    if (ride.places.every(Boolean)) priceIt();
}

/** A tap on the map is the place that is being chosen, or the first that is missing. */
export async function tapped(point) {
    const missing = ride.places.findIndex(place => !place);
    const i = ride.editing ?? ride.tapping ?? (missing >= 0 ? missing : ride.places.length - 1);
    choose(i, {...point, label: await nameAt(point)});
}

async function nameAt(point) {
    try {
        const {places} = await ask('GET', `/v1/places/reverse?at=${point.lat},${point.lng}`);
        return places[0]?.name ?? say('point_on_map');
    } catch {
        return say('point_on_map');
    }
}

/** The browser's position as the pick-up; asked by hand it says why not, else the sandbox offers the middle of its map. */
export async function takePosition(byHand = false) {
    const map = ride.service?.map;
    const position = await new Promise(done => {
        if (!navigator.geolocation) done(null);
        else navigator.geolocation.getCurrentPosition(({coords}) => done({lat: coords.latitude, lng: coords.longitude}), () => done(null), {enableHighAccuracy: true, timeout: 8000, maximumAge: 30_000});
    });
    const inside = position && map && position.lat > map.south_west.lat && position.lat < map.north_east.lat && position.lng > map.south_west.lng && position.lng < map.north_east.lng;
    if (inside) {
        choose(0, {...position, label: await nameAt(position)});
        change({me: {...ride.me, at: position}});
    } else if (!byHand && ride.service?.sandbox && map && !ride.places[0]) choose(0, {...map.centre, label: await nameAt(map.centre)});
    else if (byHand) change({problem: {code: 'position_unknown', title: position ? say('position_elsewhere', {place: map?.name ?? ''}) : say('no_position')}});
}

/** Free cars around where the ride would begin. */
export async function lookAround() {
    const centre = ride.places[0] ?? ride.service?.map?.centre;
    if (!centre || ride.order || document.hidden) return;
    try {
        const {cars} = await ask('GET', `/v1/drivers/near?near=${centre.lat.toFixed(6)},${centre.lng.toFixed(6)}&limit=30`, {repeat: false});
        change({near: cars.filter(car => metres(car, centre) < 5000)});
    } catch {
        // The last ones stay on the map.
    }
}

export async function readSaved() {
    const {places} = await ask('GET', '/v1/saved-places');
    change({saved: places});
}
