// The first thing an operator sees: whether all engines run, and what waits for somebody.
import {clock, count} from './format.js';
import {ask, doing, ops, put} from './ops-state.js';
import {send} from './api.js';
import {outcome} from './ops-parts.js';
import {html, icon, nothing} from './paint.js';
import {shape} from './shapes.js';
import {knows, say} from './words.js';

const SOME = 100;

export const home = {
    async read() {
        const [health, parked, applying, looking, ways, views] = await Promise.all([
            readHealth(), ask('GET', '/v1/ops/parked?limit=1'), ask('GET', `/v1/ops/drivers?standing=applying&limit=${SOME}`),
            ask('GET', `/v1/ops/orders?status=processing&limit=${SOME}`), ask('GET', `/v1/ops/orders?status=in_progress&limit=${SOME}`), ask('GET', '/v1/ops/views').catch(() => null),
        ]);
        put({health, parked: parked.count + parked.calls.length, applying, looking, ways, lag: views ? Math.max(0, ...views.views.map(view => view.lag)) : null});
    },
    view() {
        const {health, parked, applying, looking, ways, lag, proof} = ops.data;
        return html`<div class="stack wide">
            <section class="card stack">
                <div class="row apart"><h2>${say('health')}</h2>${health ? html`<span class="chip ${health.status === 'UP' ? 'free' : 'alarm'}">${shape(health.status === 'UP' ? 'done' : 'gone')}${say(health.status === 'UP' ? 'health_up' : 'health_down')}</span>` : nothing}</div>
                ${health ? html`<ul class="engines">${Object.entries(health.components ?? {}).map(([name, {status}]) => html`<li class="row small" data-engine=${name}>${shape(status === 'UP' ? 'done' : 'gone')}<span class="grow">${knows('engine_' + name) ? say('engine_' + name) : name}</span><span class="soft">${say(status === 'UP' ? 'up' : 'down')}</span></li>`)}</ul>` : html`<div class="skeleton tall-line"></div>`}
            </section>
            <div class="tiles">
                ${tile('drivers', say('waiting_drivers'), some(applying), applying?.items.length > 0)}
                ${tile('parked', say('parked_count'), parked, parked > 0)}
                ${tile('orders', say('looking_orders'), some(looking), false)}
                ${tile('orders', say('status_in_progress'), some(ways), false)}
                ${lag === null || lag === undefined ? nothing : tile('views', `${say('views')}: ${say('view_lag')}`, lag, lag > 1000)}
            </div>
            <section class="card stack">
                <div class="row apart"><h2>${say('proof')}</h2><button type="button" class="button quiet" data-prove ?disabled=${!!ops.busy} @click=${prove}>${say('proof_run')}</button></div>
                ${proofWords(proof)}
                ${outcome()}
            </section>
        </div>`;
    },
};

export function prove() {
    return doing('proof', async () => put({proof: await ask('GET', '/v1/ops/ledger/proof', {patience: 120_000})}));
}

export function proofWords(proof) {
    if (!proof) return nothing;
    return html`<div class="stack tight" data-proof=${proof.holds}><p class="row">${shape(proof.holds ? 'done' : 'gone')}<span class="strong">${say(proof.holds ? 'proof_holds' : 'proof_fails')}</span></p>
        <p class="small soft">${say('proof_counts', {entries: count(proof.entries), postings: count(proof.postings), time: clock(proof.at, true)})}</p>
        ${proof.breaches.map(breach => html`<p class="small problem"><b>${breach.invariant}</b> ${breach.subject}: ${breach.detail}</p>`)}</div>`;
}

const some = page => (page ? `${count(page.items.length)}${page.next_cursor ? '+' : ''}` : undefined);

function tile(name, words, value, calls) {
    return html`<a class="tile card" href=${'#' + name}><span class="figure"><span class="value ${calls ? 'calls' : ''}">${value ?? '·'}</span><span class="name">${words}</span></span>${icon('next', 18)}</a>`;
}

/** A node that is not well says so with 503 and the same words. */
async function readHealth() {
    try {
        return await (await send('GET', '/actuator/health/readiness', {repeat: false})).json();
    } catch (problem) {
        if (problem.components) return {status: 'DOWN', components: problem.components};
        return problem.status === 503 ? {status: 'DOWN', components: {}} : Promise.reject(problem);
    }
}
