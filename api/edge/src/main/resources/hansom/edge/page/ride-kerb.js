// Where to get in: the kerbs that are offered near the pick-up, with the walk to each; one can be chosen.
import {distance} from './format.js';
import {html, icon, nothing} from './paint.js';
import {ask, change, ride} from './ride-state.js';
import {say} from './words.js';

let asking = null;

/** Looks for kerbs around what was chosen as the pick-up; where there are none, it stays as it is. */
export async function lookForKerbs({lat, lng, label}, id) {
    asking?.abort();
    asking = new AbortController();
    const {signal} = asking;
    change({kerbs: null});
    const drop = ride.places.at(-1);
    const place = id && /^[nwr]\d+$/.test(id) ? `&place=${id}` : '';
    const towards = drop ? `&towards=${drop.lat.toFixed(6)},${drop.lng.toFixed(6)}` : '';
    try {
        const {points, zone} = await ask('GET', `/v1/places/pickup-points?at=${lat.toFixed(6)},${lng.toFixed(6)}${place}${towards}`, {signal});
        if (!signal.aborted && points.length) change({kerbs: {from: {lat, lng, label}, points, zone: zone ?? null}});
    } catch {
        // A ride can be ordered without them.
    }
}

/** The kerbs as a choice; the pick-up itself stays one of them. */
export function kerbPicks(chosen) {
    const offered = ride.kerbs;
    if (!offered || !ride.places[0]) return nothing;
    const {from, points, zone} = offered;
    return html`<fieldset class="kerbs"><legend class="small soft">${zone ? say('kerb_zone', {name: zone}) : say('kerb_title')}</legend>
        ${points.map((point, i) => kerb(point, say('kerb_walk', {distance: distance(point.walk_metres)}), () => chosen({lat: point.lat, lng: point.lng, label: point.label}), i))}
        ${kerb(from, say('kerb_as_chosen'), () => chosen(from), points.length)}
    </fieldset>`;
}

function kerb(place, words, take, i) {
    const at = ride.places[0];
    const taken = at.lat === place.lat && at.lng === place.lng;
    return html`<button type="button" class="choice" data-kerb=${i} aria-pressed=${taken} @click=${take}>
        ${icon(taken ? 'here' : 'pin', 20)}<span class="grow cut">${place.label}</span><span class="tiny softer">${words}</span>
    </button>`;
}
