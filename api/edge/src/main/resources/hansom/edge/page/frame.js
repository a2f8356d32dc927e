// The frame of the rider's and the driver's page: the map, the bar over it, the sheet, and the word about a lost connection.
import {drawSwitches} from './look.js';
import {openMap} from './map.js';
import {html, icon, nothing, painter} from './paint.js';
import {onLanguage, say, translate} from './words.js';
import {render} from './lit-html-3.3.2.js';

const SETTLING_MILLIS = 120;
const LEAST_PIXELS = 64;
const GAP_MILLIS = 2500;
const WIDE = matchMedia('(min-width: 56rem)');

/** frame({view, screen, menu, scene}) → {paint, map(), away(word), room()}; scene(map) puts on the map what the screen speaks of. */
export function frame({view, screen, menu, scene}) {
    const sheet = document.getElementById('sheet');
    const menuPlace = document.getElementById('menu');
    const awayPlace = document.getElementById('away');
    let map = null;
    let word = null;
    let hesitating = 0;

    const drawMenu = () => render(menu()
        ? html`<button type="button" class="switch" aria-label=${say('menu')} @click=${menu()}>${icon('menu', 20)}</button>` : nothing, menuPlace);
    const drawAway = () => render(word ? html`<p class="away">${say(word)}</p>` : nothing, awayPlace);
    const draw = painter(sheet, () => {
        drawMenu();
        queueMicrotask(() => map && scene(map));
        return view();
    }, screen);

    let inView = null;
    let settling = 0;
    let height = 0;
    const fit = swift => {
        if (map && inView) map.show(inView.points, api.room(), {...inView.options, swift});
    };
    new ResizeObserver(() => {
        document.documentElement.style.setProperty('--sheet', WIDE.matches ? '0px' : `${Math.max(0, sheet.offsetHeight - 20)}px`);
        if (Math.abs(sheet.offsetHeight - height) < 16) return;
        height = sheet.offsetHeight;
        clearTimeout(settling);
        settling = setTimeout(fit, SETTLING_MILLIS);
    }).observe(sheet);
    document.getElementById('map').addEventListener('pointerdown', () => { inView = null; });
    drawSwitches(document.getElementById('switches'));
    translate();
    onLanguage(() => {
        drawAway();
        draw();
    });
    addEventListener('offline', () => api.away('browser_offline'));
    openMap(document.getElementById('map')).then(opened => {
        map = opened;
        api.ready(opened);
        draw();
    }, () => {
        word ??= 'map_missing';
        drawAway();
    });

    const api = {
        paint: draw,
        ready: () => {},
        map: () => map,
        /** Says that there is no connection, or (null) that there is. */
        away(now) {
            clearTimeout(hesitating);
            if (word === now) return;
            word = now;
            drawAway();
        },
        /** Hears how the live connection stands; a short gap is not worth a word. */
        connection(state) {
            if (state === 'live' || state === 'streaming') api.away(null);
            else if (!navigator.onLine) api.away('browser_offline');
            else if (state === 'away' && !word) {
                clearTimeout(hesitating);
                hesitating = setTimeout(() => api.away('away'), GAP_MILLIS);
            }
        },
        /** Brings points into view, and keeps them there when the sheet grows or shrinks, until the map is touched. */
        show(points, options = {}) {
            inView = {points, options};
            fit(false);
        },
        /** The room that the sheet leaves on the map, as padding: top, right, bottom, left. */
        room() {
            return WIDE.matches ? [96, 64, 64, sheet.offsetWidth + 64] : [76, 40, Math.min(sheet.offsetHeight + 20, innerHeight - 76 - LEAST_PIXELS), 40];
        },
        sandbox(is) {
            document.getElementById('sandbox').hidden = !is;
        },
    };
    return api;
}
