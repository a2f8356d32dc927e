// Pieces that the operator's sections share.
import {ops, change, doing} from './ops-state.js';
import {html, nothing, trouble} from './paint.js';
import {shape} from './shapes.js';
import {say} from './words.js';

const TONES = {
    scheduled: 'wish', processing: 'wish', queued: 'wish', accepted: 'way', arrived: 'way', in_progress: 'ride', completed: 'done', rider_canceled: 'gone', driver_canceled: 'gone', operator_canceled: 'gone', no_drivers_available: 'gone',
};

export const statusChip = status => html`<span class="chip ${TONES[status] === 'gone' ? 'alarm' : TONES[status]}">${shape(TONES[status])}${say('status_' + status)}</span>`;

export const short = id => (id ? `${id.slice(0, 4)}${id.slice(-6)}` : '');

export function link(name, id, words) {
    return html`<a href=${`#${name}/${encodeURIComponent(id)}`}>${words ?? html`<code>${short(id)}</code>`}</a>`;
}

/** A word with its value, in a list of them. */
export const fact = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** A button that first asks why; what is typed goes to act(reason). */
export function withReason({key, words, hint, act, told, tone = 'quiet', more}) {
    if (ops.asked !== key) return html`<button type="button" class="button quiet ${tone === 'alarm' ? 'warn' : ''}" data-ask=${key} ?disabled=${!!ops.busy} @click=${() => change({asked: key, draft: {}, problem: null, told: null})}>${words}</button>`;
    return html`<form class="card stack why" @submit=${event => {
        event.preventDefault();
        const form = new FormData(event.target);
        doing(key, () => act(form.get('reason').trim(), form), told);
    }}>
        <div><h3>${words}</h3>${hint ? html`<p class="tiny softer">${hint}</p>` : nothing}</div>
        ${more ?? nothing}
        <label class="field"><span>${say('reason')}</span><input class="input" name="reason" required maxlength="500" autofocus placeholder=${say('reason_hint')}></label>
        <div class="row"><button class="button ${tone}" data-do=${key} ?disabled=${!!ops.busy}>${words}</button><button type="button" class="button quiet" @click=${() => change({asked: null})}>${say('cancel')}</button></div>
    </form>`;
}

/** What was done, and what was refused. */
export function outcome() {
    return html`${trouble(ops.problem)}${ops.told ? html`<p class="told" role="status">${ops.told}</p>` : nothing}`;
}

/** Choices of which one holds, as a row of pills. */
export function picks(all, chosen, choose) {
    return html`<div class="picks">${all.map(([value, words]) => html`<button type="button" class="pick" data-pick=${value} aria-pressed=${value === chosen} @click=${() => choose(value)}>${words}</button>`)}</div>`;
}

export function list(items, draw, empty, more) {
    if (!items) return html`<div class="skeleton tall-line"></div>`;
    if (!items.length) return html`<p class="empty">${empty}</p>`;
    return html`<ul class="rows list">${items.map(draw)}</ul>${more ?? nothing}`;
}
