// The map that is served, and how it is gone over to another.
import {count, dateAndTime} from './format.js';
import {ask, doing, ops, put} from './ops-state.js';
import {html, nothing, trouble} from './paint.js';
import {say, words} from './words.js';

const PARTS = 5;

words({
    en: {
        map_served: 'Map', map_of: '{name}, {hash}', map_hint: 'Another extract of this area is prepared beside the map that is served, and takes its place when it is whole.', map_file: 'File on the node’s disk', map_update: 'Update the map',
        map_copying: 'is copied', map_checking: 'is checked', map_building: 'is being built: {part}', map_took: '{n} s', map_done: 'Updated {time} in {n} s', map_failed: 'Not updated {time}: {why}',
    },
    ru: {
        map_served: 'Карта', map_of: '{name}, {hash}', map_hint: 'Другая выгрузка этого места готовится рядом с действующей картой и заменяет её, когда готова целиком.', map_file: 'Файл на диске узла', map_update: 'Обновить карту',
        map_copying: 'копируется', map_checking: 'проверяется', map_building: 'строится: {part}', map_took: '{n} с', map_done: 'Обновлена {time} за {n} с', map_failed: 'Не обновлена {time}: {why}',
    },
});

export async function readMap() {
    put({served: await ask('GET', '/v1/ops/map-updates')});
}

export function mapCard() {
    const {served} = ops.data;
    if (!served) return html`<div class="skeleton tall-line"></div>`;
    return html`<section class="card stack" data-map=${served.hash}>
        <div class="row apart"><h3>${say('map_served')}</h3><span class="small soft">${say('map_of', {name: served.name, hash: served.hash.slice(0, 16)})}</span></div>
        <p class="small soft">${say('map_hint')}</p>
        <form class="row wrap" @submit=${event => {
            event.preventDefault();
            doing('map', () => update(new FormData(event.target).get('file').trim()));
        }}><label class="field grow"><span>${say('map_file')}</span><input class="input" name="file" required maxlength="4096" pattern="/.+" placeholder="/srv/maps/city.osm.pbf" autocomplete="off" spellcheck="false"></label>
            <button class="button quiet" data-do="map" ?disabled=${!!ops.busy || !!served.update?.running}>${say('map_update')}</button></form>
        ${trouble(ops.data.unfit)}
        ${served.update ? progress(served.update) : nothing}</section>`;
}

/** What is refused is said here, below the map, and not above it. */
async function update(file) {
    const unfit = await ask('POST', '/v1/ops/map-updates', {body: {file}}).then(() => null, problem => problem);
    put({unfit});
}

function progress(update) {
    const seconds = count(Math.round(update.seconds));
    if (!update.running) return html`<p class="small ${update.code ? 'cause' : 'soft'}" data-update=${update.state}>${update.code ? say('map_failed', {time: dateAndTime(update.ended_at), why: `${update.code} · ${update.why ?? ''}`}) : say('map_done', {time: dateAndTime(update.ended_at), n: seconds})}</p>`;
    return html`<div class="stack tight" data-update=${update.state}><progress max=${PARTS} .value=${update.built.length} aria-label=${say('map_update')}></progress>
        <p class="small soft"><code>${update.file}</code> ${say('map_' + update.state, {part: update.part ?? ''})} · ${say('map_took', {n: seconds})}</p></div>`;
}
