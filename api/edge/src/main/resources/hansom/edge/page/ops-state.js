// What the operator's page knows. Each section reads its own part when it is opened, and again while it is looked at.
import {Session} from './session.js';

export const session = new Session('office');

export const ops = {service: null, route: {name: 'home'}, data: {}, busy: null, problem: null, told: null, draft: {}, asked: null, at: null};

let paint = () => {};
let sections = {};

export function painted(by, all) {
    paint = by;
    sections = all;
}

export function change(news) {
    Object.assign(ops, news);
    paint();
}

/** What a section has read; gone when another is opened. */
export function put(news) {
    Object.assign(ops.data, news);
    paint();
}

export const ask = (method, path, options) => session.call(method, path, options);

/** Does something that may be refused; says afterwards that it is done, and reads the section again. */
export async function doing(name, work, told = null) {
    if (ops.busy) return;
    change({busy: name, problem: null, told: null});
    try {
        await work();
        Object.assign(ops, {told, draft: {}, asked: null});
    } catch (problem) {
        ops.problem = problem;
        if (!problem.code) console.error(problem);
    }
    change({busy: null});
    await refresh();
}

/** Reads the open section; what it was a moment ago stays until then. */
export async function refresh() {
    const {route} = ops;
    if (!session.signedIn) return;
    try {
        await sections[route.name]?.read?.(route);
        if (ops.route === route) change({away: false, at: Date.now(), unread: null});
    } catch (problem) {
        if (ops.route !== route) return;
        if (problem.status === 0 || problem.status >= 502) change({away: true});
        else change({unread: problem});
    }
}

/** A section, or one thing in it: #orders, #order/ord_…. */
export function routeOf(hash) {
    const [name, id] = decodeURIComponent(hash.replace(/^#/, '')).split('/');
    return {name: name in sections ? name : 'home', id};
}

export const go = (name, id) => { location.hash = id ? `${name}/${id}` : name; };
