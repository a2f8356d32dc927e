// What the rider's page knows, and the few ways in which it changes. Screens read it; painted() says who draws it.
import {Session} from './session.js';

export const session = new Session('rider');

/** Ends of the ride as chosen: {lat, lng, label}, or null; the first is the pick-up, the last the drop-off, stops between. */
export const ride = {
    service: null, me: null, page: null, busy: null, problem: null,
    places: [null, null], editing: null, text: '', found: null, tapping: null, saved: [],
    quotes: null, chosen: 'economy', wishes: [], pickupAt: '', requoted: false, methods: null, method: null,
    order: null, payment: null, eta: null, way: null, car: null, preview: null, receipt: null, rating: null, draft: null, tipped: null,
    near: null, products: null, past: null, nextPast: null,
};

let paint = () => {};

export function painted(by) {
    paint = by;
}

export function change(news) {
    Object.assign(ride, news);
    paint();
}

/** Does something that may be refused: busy while it lasts, its problem shown afterwards. */
export async function doing(name, work) {
    if (ride.busy) return;
    change({busy: name, problem: null});
    try {
        await work();
    } catch (problem) {
        ride.problem = problem;
        if (!problem.code) console.error(problem);
    }
    change({busy: null});
}

export const ask = (method, path, options) => session.call(method, path, options);

/** Takes an order that is news; an older version than the known one is not. */
export function takeOrder(order) {
    const known = ride.order;
    if (known && known.order_id === order.order_id && known.version > order.version) return;
    if (known && known.order_id !== order.order_id && !over(known)) return;
    if (known?.order_id !== order.order_id) Object.assign(ride, {payment: null, eta: null, way: null, car: null, receipt: null, rating: null, draft: null, tipped: null, preview: null});
    if (known?.status !== order.status) Object.assign(ride, {eta: null, preview: null, problem: null});
    if (order.payment) takePayment(order.payment);
    keep(order.order_id);
    change({order});
}

export function takePayment(payment) {
    if (ride.payment?.payment_id === payment.payment_id && ride.payment.version > payment.version) return;
    ride.payment = payment;
}

export const over = order => ['completed', 'rider_canceled', 'driver_canceled', 'operator_canceled', 'no_drivers_available'].includes(order.status);

/** The order whose end was not yet looked at survives a reload of the page. */
export function keep(orderId) {
    try {
        if (orderId) sessionStorage.setItem('hansom.ride', orderId);
        else sessionStorage.removeItem('hansom.ride');
    } catch {
        // Then a reload shows only orders that are not over.
    }
}

export function kept() {
    try {
        return sessionStorage.getItem('hansom.ride');
    } catch {
        return null;
    }
}

/** Back to where a ride is planned. */
export function afresh(places = [null, null]) {
    keep(null);
    change({order: null, payment: null, quotes: null, places, editing: null, text: '', found: null, receipt: null, rating: null, draft: null, tipped: null, eta: null, way: null, car: null, problem: null, page: null, pickupAt: ''});
}
