// What the node says of itself: its doors, its map, and what time it is there (the sandbox's clock may be moved).
import {call} from './api.js';

let ahead = 0;

/** GET /v1, asked again until it answers. */
export async function service() {
    const answer = await call('GET', '/v1');
    hear(answer.now);
    return answer;
}

/** Some answer told the time there; how long it was under way matters less than the second that is shown. */
export function hear(instant) {
    const told = Date.parse(instant);
    if (!Number.isNaN(told)) ahead = told - Date.now();
}

/** The business time, in milliseconds. */
export function now() {
    return Date.now() + ahead;
}

export function nowText() {
    return new Date(now()).toISOString();
}

/** Seconds from now until an instant; negative when it is past. */
export function until(instant) {
    return (Date.parse(instant) - now()) / 1000;
}
