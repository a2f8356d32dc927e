// Lines on the map: an encoded polyline and back to points, lengths, and a place along a line.

const EARTH_METRES = 6_371_000;
const RADIANS = Math.PI / 180;

/** An encoded polyline (five decimals) as points {lat, lng}. */
export function points(text) {
    const found = [];
    let lat = 0;
    let lng = 0;
    for (let at = 0; at < text.length;) {
        const number = () => {
            let value = 0;
            for (let shift = 0, chunk = 0x20; chunk >= 0x20; shift += 5) {
                chunk = text.charCodeAt(at++) - 63;
                value |= (chunk & 0x1f) << shift;
            }
            return value & 1 ? ~(value >> 1) : value >> 1;
        };
        lat += number();
        lng += number();
        found.push({lat: lat / 1e5, lng: lng / 1e5});
    }
    return found;
}

export function metres(a, b) {
    const x = (b.lng - a.lng) * RADIANS * Math.cos(((a.lat + b.lat) / 2) * RADIANS);
    const y = (b.lat - a.lat) * RADIANS;
    return Math.hypot(x, y) * EARTH_METRES;
}

/** Degrees clockwise from north. */
export function heading(a, b) {
    const x = (b.lng - a.lng) * Math.cos(a.lat * RADIANS);
    return (Math.atan2(x, b.lat - a.lat) / RADIANS + 360) % 360;
}

/** How far along a line its point nearest to a place lies, in metres, and how far away the place is from it. */
export function project(line, place) {
    let best = {along: 0, away: Infinity};
    let passed = 0;
    for (let i = 1; i < line.length; i++) {
        const [a, b] = [line[i - 1], line[i]];
        const length = metres(a, b);
        const narrow = Math.cos(a.lat * RADIANS);
        const [dx, dy] = [(b.lng - a.lng) * narrow, b.lat - a.lat];
        const square = dx * dx + dy * dy;
        const part = square === 0 ? 0 : Math.min(1, Math.max(0, ((place.lng - a.lng) * narrow * dx + (place.lat - a.lat) * dy) / square));
        const away = metres(place, {lat: a.lat + (b.lat - a.lat) * part, lng: a.lng + (b.lng - a.lng) * part});
        if (away < best.away) best = {along: passed + length * part, away};
        passed += length;
    }
    return best;
}

/** What is left of a line behind so many metres, and which way it leads there. */
export function beyond(line, along) {
    let passed = 0;
    for (let i = 1; i < line.length; i++) {
        const length = metres(line[i - 1], line[i]);
        if (passed + length > along) {
            const part = length === 0 ? 0 : (along - passed) / length;
            const [a, b] = [line[i - 1], line[i]];
            const at = {lat: a.lat + (b.lat - a.lat) * part, lng: a.lng + (b.lng - a.lng) * part};
            return {at, heading: heading(a, b), rest: [at, ...line.slice(i)], over: false};
        }
        passed += length;
    }
    const last = line.at(-1);
    return {at: last, heading: line.length > 1 ? heading(line.at(-2), last) : 0, rest: [last], over: true};
}
