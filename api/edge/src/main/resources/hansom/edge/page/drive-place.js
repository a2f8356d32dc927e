// Where the driver is: from this device, or, on a sandbox node, where the map was tapped and along the way that is to be driven. All of it
// is told to the node as any app would.
import {ask, change, drive} from './drive-state.js';
import {beyond, points, project} from './line.js';
import {now} from './service.js';

const EACH_MILLIS = 3000;
const PLAY_MILLIS = 1000;
const PLAY_METRES_PER_SECOND = 13;
const FAR_OFF_METRES = 70;
const ETA_GOOD_MILLIS = 20_000;
const KEPT = 'hansom.drive.place';
let watching = null;
let waiting = [];
let stopped = null;

/** Takes a position in; it goes out with the next batch. */
function stand({lat, lng}, heading, speed) {
    const fix = {lat: round(lat), lng: round(lng), at: new Date(now()).toISOString(), ...(heading == null ? {} : {heading: Math.round(heading) % 360}), ...(speed == null ? {} : {speed})};
    waiting = [...waiting.slice(-199), fix];
    change({place: {lat: fix.lat, lng: fix.lng, heading}, noPosition: false});
    try {
        sessionStorage.setItem(KEPT, JSON.stringify(drive.place));
    } catch {
        // Then a reload begins where the map is tapped.
    }
}

function kept() {
    try {
        return JSON.parse(sessionStorage.getItem(KEPT));
    } catch {
        return null;
    }
}

const round = degrees => Math.round(degrees * 1e6) / 1e6;

/** What was not taken stays for the next time: late points are welcome. */
async function tell() {
    if (!drive.shift || drive.shift.state === 'off') return;
    if (waiting.length === 0 && drive.place && Date.now() - drive.sent > EACH_MILLIS * 2) stand(drive.place, drive.place.heading, 0);
    const batch = waiting;
    if (batch.length === 0 || telling) return;
    telling = true;
    try {
        await ask('POST', '/v1/driver/positions', {body: {positions: batch}, repeat: false});
        waiting = waiting.slice(batch.length);
        change({sent: Date.now()});
    } catch (problem) {
        if (problem.status === 400 || problem.status === 422) waiting = waiting.slice(batch.length);
    }
    telling = false;
}
let telling = false;

export function useSource(source) {
    change({source, noPosition: false});
    if (watching !== null) navigator.geolocation.clearWatch(watching);
    watching = null;
    if (source !== 'browser') {
        if (!drive.place && kept()) change({place: kept()});
        return;
    }
    if (!navigator.geolocation) {
        change({noPosition: true});
        return;
    }
    watching = navigator.geolocation.watchPosition(
        ({coords}) => stand({lat: coords.latitude, lng: coords.longitude}, coords.heading, coords.speed),
        () => change({noPosition: !drive.place}), {enableHighAccuracy: true, maximumAge: 2000});
}

/** The sandbox's driver stands where the map was tapped. */
export function tapped(point) {
    if (drive.source === 'browser') return;
    stand(point, drive.place?.heading, 0);
    tell();
    leftTheWay();
}

/** Moves on along the way that is to be driven, as fast as a car in a town. */
function play() {
    const {order, way, place} = drive;
    if (drive.source !== 'play' || !order || !way || !place || order.status === 'arrived' || order.ended_at) return;
    const line = way.line;
    const {along} = project(line, place);
    const on = beyond(line, along + (PLAY_METRES_PER_SECOND * PLAY_MILLIS) / 1000);
    const waits = stopped === order.order_id + order.status + order.stops_reached;
    if (on.over && waits) return;
    if (on.over) stopped = order.order_id + order.status + order.stops_reached;
    stand(on.at, on.heading, PLAY_METRES_PER_SECOND);
}

/** The way on, asked once for each leg and again when the driver has left it. */
export async function findWay() {
    const {order, place} = drive;
    if (!order || order.status === 'arrived' || over(order) || !place || asking || drive.way) return;
    asking = true;
    try {
        await tell();
        const {route, turns} = await ask('GET', `/v1/driver/orders/${order.order_id}/way`);
        change({way: {route, turns, line: points(route.polyline), of: order.order_id}, wayProblem: null});
        refused = 0;
    } catch (problem) {
        refused = Math.min(refused + 1, 5);
        change({wayProblem: problem});
        await new Promise(done => setTimeout(done, refused * EACH_MILLIS));
    }
    asking = false;
}
let asking = false;
let refused = 0;
const over = order => !['accepted', 'arrived', 'in_progress'].includes(order.status) || order.ended_at;

function leftTheWay() {
    if (drive.way && drive.place && project(drive.way.line, drive.place).away > FAR_OFF_METRES) change({way: null});
}

/** What is left of the way, and the next turn. */
export function onTheWay() {
    const {way, place} = drive;
    if (!way || !place) return null;
    const {along} = project(way.line, place);
    const whole = way.route.distance_metres || 1;
    let passed = 0;
    const ahead = way.turns.map(turn => {
        const at = passed;
        passed += turn.distance_metres;
        return {...turn, in: at - along};
    }).filter(turn => turn.in > -5);
    return {seconds: secondsTold() ?? way.route.duration_seconds * Math.max(0, 1 - along / whole), metres: Math.max(0, whole - along), turn: ahead[0] ?? null, after: ahead[1] ?? null, rest: beyond(way.line, along).rest};
}

/** What is left by the node's last word, unless it is old. */
function secondsTold() {
    const {eta, order} = drive;
    const since = eta?.of === order?.order_id && eta ? now() - eta.heard : Infinity;
    return since < ETA_GOOD_MILLIS ? Math.max(0, eta.seconds - since / 1000) : null;
}

/** Begins to tell where the driver is; once. */
export function begin() {
    setInterval(tell, EACH_MILLIS);
    setInterval(() => {
        play();
        leftTheWay();
        findWay();
    }, PLAY_MILLIS);
}
