// Draws with lit-html: a screen is a function of what is known, painted again when something is new. Only what differs is touched, so
// that a field keeps its cursor while news come in.
import {html, nothing, render, svg} from './lit-html-3.3.2.js';
import {say} from './words.js';

export {html, nothing, svg};

/** Paints view() into an element, at most once a turn; when view's screen has another name, its heading is given the focus. */
export function painter(root, view, screen = () => '') {
    let planned = false;
    let shown;
    const draw = () => {
        planned = false;
        render(view(), root);
        const now = screen();
        if (shown !== undefined && shown !== now) greet(root);
        shown = now;
    };
    return () => {
        if (planned) return;
        planned = true;
        queueMicrotask(draw);
    };
}

function greet(root) {
    root.scrollTop = 0;
    const field = root.querySelector('[data-first]');
    const heading = root.querySelector('h1');
    if (field) field.focus();
    else if (heading) {
        heading.tabIndex = -1;
        heading.focus({preventScroll: true});
    }
}

/** What went wrong, in words, with its code small; and a way to try again when there is one. */
export function trouble(problem, retry) {
    if (!problem) return nothing;
    return html`<div class="problem" role="alert">
        <p>${problem.title ?? problem.message}</p>
        ${detail(problem)}
        ${(problem.errors ?? []).map(fault => html`<p class="small">${place(fault)} ${fault.message ?? fault.detail}</p>`)}
        <code>${problem.code ?? 'unknown'}${problem.traceId ? ` · ${problem.traceId.slice(0, 8)}` : nothing}</code>
        ${retry ? html`<button type="button" class="button quiet" @click=${retry}>${say('try_again')}</button>` : nothing}
    </div>`;
}

function detail(problem) {
    return problem.detail && problem.detail !== problem.title ? html`<p class="small">${problem.detail}</p>` : nothing;
}

function place(fault) {
    return (fault.pointer ?? fault.parameter ?? '').replace(/^#?\//, '').replaceAll('_', ' ');
}

const LINES = {
    back: 'M15 5l-7 7 7 7',
    next: 'M9 5l7 7-7 7',
    close: 'M6 6l12 12M18 6L6 18',
    menu: 'M4 7h16M4 12h16M4 17h16',
    pin: 'M12 21c4.5-5 7-8.3 7-11.5A7 7 0 0 0 5 9.5C5 12.7 7.5 16 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
    here: 'M12 3v3M12 18v3M3 12h3M18 12h3M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
    card: 'M3.5 6.5h17v11h-17zM3.5 10.5h17',
    cash: 'M3.5 7h17v10h-17zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
    clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
    check: 'M5 12.5l4.5 4.5L19 7.5',
    star: 'M12 3.5l2.6 5.400 5.900.8-4.300 4.100 1.100 5.900L12 16.800l-5.300 2.900 1.100-5.900L3.5 9.7l5.900-.8z',
    search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5',
    plus: 'M12 5v14M5 12h14',
    swap: 'M8 4v15M8 19l-3-3M8 19l3-3M16 20V5M16 5l-3 3M16 5l3 3',
    person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
    straight: 'M12 20V5M12 5l-5 5M12 5l5 5',
    left: 'M17 20v-8a4 4 0 0 0-4-4H5M5 8l4-4M5 8l4 4',
    right: 'M7 20v-8a4 4 0 0 1 4-4h8M19 8l-4-4M19 8l-4 4',
    turn: 'M7 20V10a5 5 0 0 1 10 0v5M17 15l-3.5-3.5M17 15l3.5-3.5',
    round: 'M12 21v-5M12 16a4.5 4.5 0 1 0-4.5-4.5M7.5 11.5L5 9M7.5 11.5L10 9',
    flag: 'M6 21V4h12l-3 4 3 4H6',
    refresh: 'M20 11a8 8 0 1 0-2.300 6.6M20 4v7h-7',
};

/** One of the line drawings; it says nothing to a screen reader. */
export function icon(name, size = 22) {
    return html`<svg class="icon" viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true">${svg`<path d=${LINES[name]}></path>`}</svg>`;
}
