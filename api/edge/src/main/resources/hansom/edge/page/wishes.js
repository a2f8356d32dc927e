// Orders on the map: a ring that beats while a driver is looked for, a point where somebody waits for the car, a tick where a ride ended,
// a cross where it came to nothing.
import {calm, dark} from './look.js';
import {ink, toPlane} from './map.js';

const BEAT_MILLIS = 1800;
const FAREWELL_MILLIS = 5000;
const LOOKING = new Set(['processing', 'queued', 'scheduled']);
const WAITING = new Set(['accepted', 'arrived']);

export const looks = status => (LOOKING.has(status) ? 'wish' : WAITING.has(status) ? 'way' : status === 'in_progress' ? 'ride' : status === 'completed' ? 'done' : 'gone');

export class Wishes {
    #orders = new Map();
    #colours = null;
    #lookOf = '';
    #chosen = null;

    put(order) {
        const known = this.#orders.get(order.id);
        const over = !LOOKING.has(order.status) && !WAITING.has(order.status) && order.status !== 'in_progress';
        const place = toPlane(order.status === 'completed' ? order.drop_off : order.pickup);
        const since = known?.status === order.status ? known.since : performance.now();
        // What was over before one looked is not taken leave of.
        if (over && !known) return;
        this.#orders.set(order.id, {id: order.id, status: order.status, place, since, over, phase: known?.phase ?? Math.random() * BEAT_MILLIS});
        this.repaint?.();
    }

    drop(id) {
        const known = this.#orders.get(id);
        if (known && !known.over) this.#orders.delete(id);
        this.repaint?.();
    }

    clear() {
        this.#orders.clear();
        this.repaint?.();
    }

    choose(id) {
        this.#chosen = id;
        this.repaint?.();
    }

    at([x, y], reach = 20) {
        let best = null;
        let least = reach;
        for (const order of this.#orders.values()) {
            if (!order.pixel || order.status === 'in_progress') continue;
            const away = Math.hypot(order.pixel[0] - x, order.pixel[1] - y);
            if (away < least) [best, least] = [order.id, away];
        }
        return best;
    }

    look() {
        if (this.#lookOf === String(dark())) return;
        this.#lookOf = String(dark());
        this.#colours = Object.fromEntries(['wish', 'way', 'done', 'alarm', 'surface', 'ink'].map(name => [name, ink(name)]));
    }

    paint(context, toPixel, now, [width, height]) {
        if (!this.#colours) this.look();
        const colours = this.#colours;
        let more = false;
        for (const order of this.#orders.values()) {
            if (order.over && now - order.since > FAREWELL_MILLIS) {
                this.#orders.delete(order.id);
                continue;
            }
            const [x, y] = order.pixel = toPixel(order.place);
            if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
            context.save();
            context.translate(x, y);
            context.lineCap = context.lineJoin = 'round';
            if (order.id === this.#chosen) circle(context, 15, null, colours.ink, 2);
            if (LOOKING.has(order.status)) {
                more = this.#beat(context, now + order.phase, colours) || more;
            } else if (WAITING.has(order.status)) {
                circle(context, 6, colours.wish, colours.surface, 2);
            } else if (order.over) {
                more = true;
                farewell(context, order, now, colours);
            }
            context.restore();
        }
        return more;
    }

    #beat(context, now, colours) {
        if (calm()) {
            circle(context, 14, null, colours.wish, 2);
        } else {
            for (const shift of [0, 0.5]) {
                const share = (now / BEAT_MILLIS + shift) % 1;
                context.globalAlpha = (1 - share) * 0.75;
                circle(context, 6 + share * 20, null, colours.wish, 2.5 - share);
            }
            context.globalAlpha = 1;
        }
        circle(context, 5.5, colours.wish, colours.surface, 2);
        return !calm();
    }
}

function circle(context, radius, fill, stroke, width) {
    context.beginPath();
    context.arc(0, 0, radius, 0, Math.PI * 2);
    if (fill) {
        context.fillStyle = fill;
        context.fill();
    }
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke();
}

function farewell(context, order, now, colours) {
    const share = (now - order.since) / FAREWELL_MILLIS;
    context.globalAlpha = share < 0.6 ? 1 : Math.max(0, 1 - (share - 0.6) / 0.4);
    if (!calm()) context.translate(0, -6 * Math.min(1, share * 3));
    const completed = order.status === 'completed';
    circle(context, 10, completed ? colours.done : colours.alarm, colours.surface, 2);
    context.beginPath();
    if (completed) {
        context.moveTo(-4.2, 0.2);
        context.lineTo(-1.2, 3.4);
        context.lineTo(4.4, -3.2);
    } else {
        context.moveTo(-3.4, -3.4);
        context.lineTo(3.4, 3.4);
        context.moveTo(3.4, -3.4);
        context.lineTo(-3.4, 3.4);
    }
    context.strokeStyle = colours.surface;
    context.lineWidth = 2.2;
    context.stroke();
}
