// Cars that glide: each is drawn between the places it reported, along the road where the way between them is known, turned to where it
// heads. Free: a ring; on the way to a rider: an arrow; with a rider: a full body with a dot.
//
//   const cars = new Cars(); map.stage.add(cars);
//   cars.put({tag, lat, lng, heading, state, at, path: [{lat, lng}, …]}); cars.drop(tag); cars.at(pixel) → tag or null
import {calm, dark} from './look.js';
import {ink, toPlane} from './map.js';

const LEAST_MILLIS = 300;
const MOST_MILLIS = 8000;
const FAR_METRES = 2000;
const TURN_PER_SECOND = 4.5;
const FADE_MILLIS = 400;
const STATES = ['free', 'way', 'ride'];

export class Cars {
    #cars = new Map();
    #sprites = null;
    #spriteLook = '';
    #ink = '';
    #chosen = null;
    #last = 0;

    /** Takes a report: where a car is now, and when it said so. */
    put({tag, lat, lng, heading, state = 'free', at, path}) {
        const place = toPlane({lat, lng});
        const when = at ? Date.parse(at) : Date.now();
        const now = performance.now();
        const car = this.#cars.get(tag);
        if (!car) {
            const turn = heading == null ? 0 : heading * Math.PI / 180;
            this.#cars.set(tag, {tag, place, way: null, turn, aim: turn, state, when, born: now, gone: 0});
        } else {
            car.state = state;
            car.gone = 0;
            const moved = Math.hypot(place[0] - car.place[0], place[1] - car.place[1]);
            if (moved > FAR_METRES || calm()) {
                Object.assign(car, {place, way: null});
                if (heading != null) car.aim = heading * Math.PI / 180;
            } else if (moved > 0.5) {
                const via = (path ?? []).map(toPlane);
                car.way = wayOf([car.place, ...via, place], now, Math.min(MOST_MILLIS, Math.max(LEAST_MILLIS, (when - car.when) * 1.04)));
            } else if (heading != null && !car.way) car.aim = heading * Math.PI / 180;
            car.when = when;
        }
        this.repaint?.();
    }

    drop(tag) {
        const car = this.#cars.get(tag);
        if (car && !car.gone) car.gone = performance.now();
        this.repaint?.();
    }

    clear() {
        this.#cars.clear();
        this.repaint?.();
    }

    get size() {
        return this.#cars.size;
    }

    /** Marks one car as the one that is spoken of; null for none. */
    choose(tag) {
        this.#chosen = tag;
        this.repaint?.();
    }

    /** Where a car is drawn now, in the plane of the map. */
    placeOf(tag) {
        return this.#cars.get(tag)?.place ?? null;
    }

    /** The car under a pixel. */
    at([x, y], reach = 22) {
        let best = null;
        let least = reach;
        for (const car of this.#cars.values()) {
            if (!car.pixel || car.gone) continue;
            const away = Math.hypot(car.pixel[0] - x, car.pixel[1] - y);
            if (away < least) [best, least] = [car.tag, away];
        }
        return best;
    }

    look() {
        const look = `${dark()} ${devicePixelRatio}`;
        if (look === this.#spriteLook) return;
        this.#spriteLook = look;
        this.#ink = ink('ink');
        this.#sprites = Object.fromEntries(STATES.map(state => [state, sprite(state)]));
    }

    paint(context, toPixel, now, [width, height]) {
        if (!this.#sprites) this.look();
        const passed = Math.min(0.1, Math.max(0, now - this.#last) / 1000);
        this.#last = now;
        const [[x0], [x1]] = [toPixel([0, 0]), toPixel([1000, 0])];
        const scale = Math.min(1.25, Math.max(0.5, 0.62 + 0.1 * Math.log2((x1 - x0) / 60)));
        let moving = false;
        for (const car of this.#cars.values()) {
            if (car.gone && now - car.gone > FADE_MILLIS) {
                this.#cars.delete(car.tag);
                continue;
            }
            moving = this.#step(car, now, passed) || moving;
            const [x, y] = car.pixel = toPixel(car.place);
            if (x < -30 || y < -30 || x > width + 30 || y > height + 30) continue;
            const shown = car.gone ? 1 - (now - car.gone) / FADE_MILLIS : Math.min(1, (now - car.born) / FADE_MILLIS);
            if (shown < 1) moving = true;
            const {image, half} = this.#sprites[car.state] ?? this.#sprites.free;
            context.save();
            context.globalAlpha = Math.max(0, shown);
            context.translate(x, y);
            if (car.tag === this.#chosen) ring(context, 19 * scale, this.#ink);
            context.rotate(car.turn);
            context.scale(scale, scale);
            context.drawImage(image, -half, -half, half * 2, half * 2);
            context.restore();
        }
        return moving;
    }

    #step(car, now, passed) {
        let moving = false;
        if (car.way) {
            const share = (now - car.way.from) / car.way.millis;
            const [place, aim] = along(car.way, share);
            car.place = place;
            if (aim !== null) car.aim = aim;
            if (share >= 1) car.way = null;
            moving = true;
        }
        const off = Math.atan2(Math.sin(car.aim - car.turn), Math.cos(car.aim - car.turn));
        if (Math.abs(off) > 0.005) {
            car.turn += calm() ? off : off * Math.min(1, passed * TURN_PER_SECOND * 1.6);
            moving = true;
        }
        return moving;
    }
}

function wayOf(points, from, millis) {
    const lengths = [0];
    for (let i = 1; i < points.length; i++) lengths.push(lengths[i - 1] + Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]));
    return {points, lengths, from, millis, piece: 1};
}

/** The place after a share of the way and the direction there, clockwise from north. */
function along(way, share) {
    const {points, lengths} = way;
    const gone = Math.min(1, Math.max(0, share)) * lengths.at(-1);
    while (way.piece < points.length - 1 && lengths[way.piece] < gone) way.piece++;
    const [from, to] = [points[way.piece - 1], points[way.piece]];
    const length = lengths[way.piece] - lengths[way.piece - 1];
    const part = length > 0 ? (gone - lengths[way.piece - 1]) / length : 1;
    const place = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    return [place, length > 0.3 ? Math.atan2(to[0] - from[0], to[1] - from[1]) : null];
}

function ring(context, radius, colour) {
    context.beginPath();
    context.arc(0, 0, radius, 0, Math.PI * 2);
    context.lineWidth = 2.5;
    context.strokeStyle = colour;
    context.stroke();
}

/** A car seen from above, nose up, painted once. */
function sprite(state) {
    const half = 18;
    const scale = Math.min(3, (devicePixelRatio || 1) * 1.25);
    const image = document.createElement('canvas');
    image.width = image.height = Math.round(half * 2 * scale);
    const context = image.getContext('2d');
    context.scale(scale, scale);
    context.translate(half, half);
    const body = new Path2D(state === 'way' ? 'M0-12.5 9.5 10.5Q0 5.5-9.5 10.5Z' : 'M0-12C5.5-12 7-7.5 7-3V7.5Q7 11.5 3 11.5H-3Q-7 11.5-7 7.5V-3C-7-7.5-5.5-12 0-12Z');
    context.lineJoin = 'round';
    context.shadowColor = 'rgb(0 0 0 / .28)';
    context.shadowBlur = 5 * scale / 2;
    context.shadowOffsetY = 1.25 * scale / 2;
    context.strokeStyle = ink('surface');
    context.lineWidth = 4;
    context.stroke(body);
    context.shadowColor = 'transparent';
    const colour = ink(state);
    if (state === 'free') {
        context.fillStyle = ink('surface');
        context.fill(body);
        context.strokeStyle = colour;
        context.lineWidth = 3;
        context.stroke(new Path2D('M0-10.5C4.5-10.5 5.5-7 5.5-3V7Q5.5 10 2.5 10H-2.5Q-5.5 10-5.5 7V-3C-5.5-7-4.5-10.5 0-10.5Z'));
    } else {
        context.fillStyle = colour;
        context.fill(body);
        if (state === 'ride') {
            context.fillStyle = ink('surface');
            context.beginPath();
            context.arc(0, 2, 3.4, 0, Math.PI * 2);
            context.fill();
        }
    }
    return {image, half};
}
