// What the driver's page knows, and the few ways in which it changes.
import {Session} from './session.js';

export const session = new Session('driver');

export const drive = {
    service: null, me: null, page: null, busy: null, problem: null, shift: null, vehicle: null,
    order: null, taken: null, gone: null, way: null, wayProblem: null, wayChanged: null, eta: null, code: '', giving: false, draft: null, rated: false,
    place: null, sent: 0, source: 'browser', playing: true, noPosition: false, earnings: null, balance: null, payouts: null, past: null, draftPaper: {}, draftCar: null,
};

let paint = () => {};

export function painted(by) {
    paint = by;
}

export function change(news) {
    Object.assign(drive, news);
    paint();
}

/** Does something that may be refused: busy while it lasts, its problem shown afterwards. */
export async function doing(name, work) {
    if (drive.busy) return false;
    change({busy: name, problem: null});
    let done = true;
    try {
        await work();
    } catch (problem) {
        done = false;
        drive.problem = problem;
        if (!problem.code) console.error(problem);
    }
    change({busy: null});
    return done;
}

export const ask = (method, path, options) => session.call(method, path, options);

export const over = order => ['completed', 'rider_canceled', 'driver_canceled', 'operator_canceled', 'no_drivers_available'].includes(order.status);

/** Takes a shift that is news. */
export function takeShift(shift) {
    if (drive.shift && drive.shift.shift_id === shift.shift_id && drive.shift.version > shift.version) return;
    if (drive.taken && drive.taken !== shift.order_id && shift.state !== 'offered') drive.taken = null;
    if (shift.offer && shift.offer.offer_id !== drive.shift?.offer?.offer_id) drive.problem = null;
    change({shift});
}

/** Takes an order that is news: the one being driven, or how the last one ended. */
export function takeOrder(order) {
    const known = drive.order;
    const mine = order.driver?.person.driver_id === session.person;
    if (known?.order_id === order.order_id) {
        if (known.version > order.version) return;
        if (!mine || (over(order) && order.status !== 'completed')) {
            change({order: null, way: null, gone: mine ? order : {...order, status: 'given_back'}, giving: false, code: ''});
            return;
        }
    } else if (!mine || (known && !over(known)) || (over(order) && order.order_id !== drive.taken)) return;
    const fresh = known?.order_id !== order.order_id;
    if (fresh || known.status !== order.status || known.stops_reached !== order.stops_reached) Object.assign(drive, {way: null, wayChanged: null, eta: null, problem: null, giving: false});
    if (fresh) Object.assign(drive, {gone: null, code: '', draft: null, rated: false});
    change({order, taken: null});
}
