// A few people of the sandbox, so that a page has something to show: drivers who go along streets, a rider who orders.

export class Town {
    constructor(url) {
        this.url = url;
        this.moving = [];
    }

    async call(method, path, {body, token} = {}) {
        const answer = await fetch(this.url + path, {
            method,
            body: body === undefined ? undefined : JSON.stringify(body),
            headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...(token ? {Authorization: `Bearer ${token}`} : {})},
            signal: AbortSignal.timeout(60_000),
        });
        const text = await answer.text();
        if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
        return text === '' ? null : JSON.parse(text);
    }

    async begin({drivers, riders}) {
        this.map = await this.call('GET', '/v1/map');
        this.near = this.map.centre;
        this.run = await this.call('POST', '/v1/sandbox/runs', {body: {near: this.near, drivers, riders, product_classes: ['economy']}});
        return this.run;
    }

    /** A quote from the middle of the map to somewhere near. */
    async quote(rider, turn = 0) {
        const ways = [[0.006, 0.004], [0.003, 0.002], [0.004, -0.003], [-0.004, 0.003], [-0.003, -0.004]];
        for (let i = 0; i < ways.length; i++) {
            const [north, east] = ways[(i + turn) % ways.length];
            const to = {lat: this.near.lat + north, lng: this.near.lng + east};
            try {
                return await this.call('POST', '/v1/quotes', {token: rider.access_token, body: {pickup: this.near, drop_off: to, product_classes: ['economy']}});
            } catch (refused) {
                if (i === ways.length - 1) throw refused;
            }
        }
        throw new Error('no drop-off near by can be reached');
    }

    async order(rider) {
        const quotes = await this.quote(rider);
        await this.call('PUT', `/v1/orders/${quotes.order_id}`, {
            token: rider.access_token, body: {quote_token: quotes.quotes[0].quote_token, payment_method: {type: 'card', card_id: rider.card_id}},
        });
        return quotes.order_id;
    }

    async does(driver, state) {
        return this.call('POST', '/v1/sandbox/driver-state', {body: {driver_id: driver.driver_id, state}});
    }

    /** Sends a driver to and fro along a line, a step every second. */
    drive(driver, line, metresPerSecond = 9) {
        const path = densified(line, metresPerSecond);
        let at = 0;
        let step = 1;
        const timer = setInterval(async () => {
            if (at + step < 0 || at + step >= path.length) step = -step;
            at += step;
            try {
                const {now} = await this.call('GET', '/v1/sandbox/clock');
                await this.call('POST', '/v1/driver/positions', {token: driver.access_token, body: {positions: [{...path[at], at: now, accuracy_metres: 5}]}});
            } catch (lost) {
                this.lost = lost;
            }
        }, 1000);
        this.moving.push(timer);
    }

    async end() {
        this.moving.forEach(clearInterval);
        if (this.run) await this.call('DELETE', `/v1/sandbox/runs/${this.run.run_id}`);
    }
}

/** The points of an encoded polyline with five decimals. */
export function decode(polyline) {
    const points = [];
    const sums = [0, 0];
    for (let i = 0; i < polyline.length; ) {
        for (const axis of [0, 1]) {
            let [value, shift, bits] = [0, 0, 0];
            do {
                bits = polyline.charCodeAt(i++) - 63;
                value |= (bits & 31) << shift;
                shift += 5;
            } while (bits >= 32);
            sums[axis] += value & 1 ? ~(value >> 1) : value >> 1;
        }
        points.push({lat: sums[0] / 1e5, lng: sums[1] / 1e5});
    }
    return points;
}

function densified(line, metres) {
    const path = [line[0]];
    for (let i = 1; i < line.length; i++) {
        const [from, to] = [line[i - 1], line[i]];
        const length = Math.hypot((to.lat - from.lat) * 111_195, (to.lng - from.lng) * 111_195 * Math.cos(from.lat * Math.PI / 180));
        const pieces = Math.max(1, Math.round(length / metres));
        for (let piece = 1; piece <= pieces; piece++)
            path.push({lat: from.lat + (to.lat - from.lat) * piece / pieces, lng: from.lng + (to.lng - from.lng) * piece / pieces});
    }
    return path;
}
