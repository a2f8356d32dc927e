// The night's work: what is parked, which roads are closed or lacking on the map, where the money is, how the views are rebuilt.
import {clock, count, date, dateAndTime, money} from './format.js';
import {newKey} from './api.js';
import {methodName} from './parts.js';
import {openMap} from './map.js';
import {mapCard, readMap} from './ops-map.js';
import {proofWords, prove} from './ops-home.js';
import {ask, change, doing, go, ops, put} from './ops-state.js';
import {fact, link, list, outcome, short, withReason} from './ops-parts.js';
import {html, nothing} from './paint.js';
import {say} from './words.js';

export const parked = {
    async read() {
        put({waiting: await ask('GET', '/v1/ops/parked?limit=100')});
    },
    view() {
        const {waiting} = ops.data;
        if (!waiting) return html`<div class="skeleton tall-line"></div>`;
        if (waiting.count + waiting.calls.length === 0) return html`<div class="stack"><div class="empty" data-parked="0"><p class="strong">${say('parked_none')}</p><p class="small">${say('parked_none_hint')}</p></div>${outcome()}</div>`;
        return html`<div class="stack wide" data-parked=${waiting.count + waiting.calls.length}>
            ${outcome()}
            ${waiting.events.length ? html`<section class="stack tight"><h3>${say('parked_events')} · ${count(waiting.count)}</h3><ul class="rows list">${waiting.events.map(eventRow)}</ul></section>` : nothing}
            ${waiting.calls.length ? html`<section class="stack tight"><h3>${say('parked_calls')}</h3><ul class="rows list">${waiting.calls.map(call => html`<li class="line stack tight">
                <div class="row wrap"><span class="grow strong">${call.kind}</span><span class="small soft">${say('attempts', {n: call.attempts})}</span></div><p class="small cause">${call.why}</p><code>${call.id}</code>
                <div><button type="button" class="button quiet" ?disabled=${!!ops.busy} @click=${() => doing('call', () => ask('POST', '/v1/ops/parked/calls/retry', {body: {kind: call.kind, id: call.id}}))}>${say('try_now')}</button></div></li>`)}</ul></section>` : nothing}
        </div>`;
    },
};

function eventRow(event) {
    const where = {lane: event.lane, subject: event.subject};
    const key = `discard ${event.event_id} ${event.lane}`;
    return html`<li class="line stack tight"><div class="row wrap"><span class="grow"><span class="strong">${event.event_type.split(/[.$]/).at(-1)}</span> <span class="small soft">${event.lane} · ${short(event.subject)}</span></span><span class="small soft">${say('attempts', {n: event.attempts})} · ${say('parked_since', {time: dateAndTime(event.parked_at)})}</span></div>
        <p class="small cause">${event.cause ?? say('parked_behind')}</p>
        <div class="row wrap"><button type="button" class="button quiet" ?disabled=${!!ops.busy} @click=${() => doing('retry', () => ask('POST', '/v1/ops/parked/events/retry', {body: where}))}>${say('try_now')}</button>
            ${ops.asked === key ? html`<span class="row wrap"><span class="small">${say('discard_really')}</span><button type="button" class="button alarm" @click=${() => doing(key, () => ask('POST', '/v1/ops/parked/events/discard', {body: {...where, place: event.place}}))}>${say('discard')}</button><button type="button" class="button quiet" @click=${() => change({asked: null})}>${say('cancel')}</button></span>`
            : html`<button type="button" class="button quiet warn" @click=${() => change({asked: key})}>${say('discard')}</button>`}</div></li>`;
}

let ground = {element: null, map: null};

export const roads = {
    async read() {
        const [{closures}, missing] = await Promise.all([ask('GET', '/v1/ops/closures'), ask('GET', '/v1/ops/missing-roads')]);
        put({closures, missing: missing.roads});
        drawRoads();
        await readMap();
    },
    view() {
        const {closures, missing} = ops.data;
        const area = ops.data.area ?? [];
        return html`<div class="stack wide">
            <div id="roads-map" class="large-map"></div>
            ${outcome()}
            <section class="card stack"><h3>${say('close_roads')}</h3><p class="small soft">${say('close_hint')} <b>${say('points_set', {n: area.length})}</b></p>
                <div class="row wrap">${area.length > 2 ? withReason({key: 'close', words: say('close_them'), tone: 'alarm', more: html`<label class="field"><span>${say('close_until')}</span><input class="input" name="until" type="datetime-local"></label>`, act: closeThem}) : nothing}
                ${area.length ? html`<button type="button" class="button quiet" @click=${() => {
                    put({area: []});
                    drawRoads();
                }}>${say('start_over')}</button>` : nothing}</div></section>
            <section class="stack tight"><h3>${say('closures')}</h3>${list(closures, closure => html`<li class="row wrap line"><span class="grow"><span class="strong block">${closure.reason}</span><span class="block small soft">${dateAndTime(closure.from)} · ${closure.until ? say('until_time', {time: dateAndTime(closure.until)}) : say('until_opened')}</span></span>
                <button type="button" class="button quiet" ?disabled=${!!ops.busy} @click=${() => doing('reopen', () => ask('DELETE', `/v1/ops/closures/${closure.closure_id}`))}>${say('reopen')}</button></li>`, say('no_closures'))}</section>
            ${mapCard()}
            <section class="stack tight"><h3>${say('missing')}</h3><p class="small soft">${say('missing_hint')}</p>${list(missing, missingRow, say('no_missing'))}</section>
        </div>`;
    },
};

const judge = (road, verdict) => (reason => ask('PUT', `/v1/ops/missing-roads/${road.missing_road_id}/verdict`, {body: {verdict, note: reason}}));

function missingRow(road) {
    const ends = [road.from, road.to].map(joint => joint?.road).filter(Boolean).join(' – ');
    const id = road.missing_road_id;
    return html`<li class="line stack tight" data-missing=${id}><div class="row wrap"><span class="grow"><span class="strong block">${say('missing_' + road.kind)}${ends ? ` · ${ends}` : ''}</span><span class="block small soft">${say('missing_driven', {metres: count(road.metres), trips: count(road.trips), drivers: count(road.drivers)})} · ${date(road.last_seen)}</span></span>
        ${road.verdict ? html`<span class="chip">${say('missing_' + road.verdict)}</span>` : nothing}<button type="button" class="button quiet" @click=${async () => (await ground.map).show(road.line)}>${say('show')}</button></div>
        <div class="row wrap">${road.verdict === 'accepted' ? nothing : withReason({key: 'accept ' + id, words: say('missing_accept'), act: judge(road, 'accepted')})}${road.verdict === 'dismissed' ? nothing : withReason({key: 'dismiss ' + id, words: say('missing_dismiss'), act: judge(road, 'dismissed')})}</div></li>`;
}

async function closeThem(reason, form) {
    const until = form.get('until');
    await ask('PUT', `/v1/ops/closures/cls_${newKey()}`, {body: {area: ops.data.area, reason, ...(until ? {until: new Date(until).toISOString()} : {})}});
    put({area: []});
    await new Promise(done => setTimeout(done, 600));
}

async function drawRoads() {
    await new Promise(done => setTimeout(done));
    const element = document.getElementById('roads-map');
    if (!element) return;
    if (ground.element !== element) {
        ground = {element, map: openMap(element)};
        ground.map.then(map => map.onTap(point => {
            put({area: [...(ops.data.area ?? []), point]});
            drawRoads();
        }));
    }
    const map = await ground.map;
    map.unline();
    map.unmark();
    const ring = points => [...points, points[0]];
    (ops.data.closures ?? []).forEach(closure => map.line(closure.closure_id, ring(closure.area), 'driven'));
    (ops.data.missing ?? []).forEach(road => map.line(road.missing_road_id, road.line, 'route'));
    const area = ops.data.area ?? [];
    area.forEach((point, i) => map.mark(`area-${i}`, point, 'stop'));
    if (area.length > 1) map.line('area', ring(area), 'hint');
}

export const wealth = {
    async read({id}) {
        const [payments, payouts] = await Promise.all([ask('GET', '/v1/ops/payments?limit=25'), id ? ask('GET', `/v1/ops/payouts?payee=${encodeURIComponent(id)}`) : null]);
        put({payments: payments.items, payouts: payouts?.items});
    },
    view({id}) {
        const {payments, payouts, proof} = ops.data;
        return html`<div class="stack wide">
            <section class="card stack"><div class="row apart"><h2>${say('proof')}</h2><button type="button" class="button quiet" ?disabled=${!!ops.busy} @click=${prove}>${say('proof_run')}</button></div>${proofWords(proof)}${outcome()}</section>
            <section class="stack tight"><h3>${say('payouts')}</h3>
                <form class="row wrap" @submit=${event => {
                    event.preventDefault();
                    go('money', new FormData(event.target).get('payee').trim());
                }}><label class="field grow"><span>${say('payee')}</span><input class="input" name="payee" required pattern="(drv|flt)_.+" .value=${id ?? ''}></label><button class="button quiet">${say('show')}</button></form>
                ${id ? list(payouts, payout => html`<li class="row wrap line"><span class="grow"><span class="block strong">${date(payout.day)}</span><span class="block small soft">${say('payout_' + payout.status)}${payout.why ? html` <code>${payout.why}</code>` : nothing}${payout.bank_ref ? html` · <code>${payout.bank_ref}</code>` : nothing}</span></span><span class="strong">${money(payout.amount)}</span></li>`, say('no_payouts')) : nothing}</section>
            <section class="stack tight"><h3>${say('payments')}</h3>${list(payments, payment => html`<li class="row wrap line"><span class="grow"><span class="block">${methodName(payment.method)} · ${say('pay_' + payment.status)}${payment.why ? html` <code>${payment.why}</code>` : nothing}</span><span class="block small soft">${dateAndTime(payment.changed_at)} · ${link('order', payment.order_id)}</span></span><span class="strong">${money(payment.captured)}</span></li>`, say('no_payments'))}</section>
        </div>`;
    },
};

export const views = {
    async read() {
        try {
            put({listed: await ask('GET', '/v1/ops/views')});
        } catch (problem) {
            if (problem.status !== 404) throw problem;
            put({listed: {head: 0, views: []}});
        }
    },
    view() {
        const {listed, onlySame} = ops.data;
        if (!listed) return html`<div class="skeleton tall-line"></div>`;
        if (!listed.views.length) return html`<p class="empty">${say('no_views')}</p>`;
        const running = listed.views.some(view => view.rebuild?.running);
        const rebuild = name => doing('rebuild', () => ask('POST', '/v1/ops/views/rebuilds', {body: {...(name ? {views: [name]} : {}), only_if_same: !!onlySame}}));
        return html`<div class="stack wide">
            <div class="row wrap"><p class="grow soft small">${say('views_hint')}</p><span class="strong">${say('events_n', {n: listed.head})}</span></div>
            <div class="row wrap"><label class="box grow"><input type="checkbox" .checked=${!!onlySame} @change=${event => put({onlySame: event.target.checked})}> ${say('rebuild_same')}</label>
                <button type="button" class="button quiet" data-rebuild="all" ?disabled=${!!ops.busy || running} @click=${() => rebuild(null)}>${say('rebuild_all')}</button></div>
            ${outcome()}
            <ul class="rows list">${listed.views.map(view => viewRow(view, running, rebuild))}</ul>
        </div>`;
    },
};

function viewRow(view, running, rebuild) {
    const now = view.rebuild;
    const share = now?.events_to_read ? Math.min(1, now.events_read / now.events_to_read) : 0;
    return html`<li class="line stack tight" data-view=${view.name}>
        <div class="row wrap"><span class="grow strong">${view.name}</span><dl class="facts-row small">${fact(say('view_generation'), count(view.generation))}${fact(say('view_lag'), count(view.lag))}</dl>
            ${view.rebuildable ? html`<button type="button" class="button quiet" data-rebuild=${view.name} ?disabled=${!!ops.busy || running} @click=${() => rebuild(view.name)}>${say('rebuild')}</button>` : nothing}</div>
        ${view.why_not ? html`<p class="small soft">${say('not_rebuildable', {why: view.why_not})}</p>` : nothing}
        ${now?.running ? html`<progress max="1" .value=${share} aria-label=${say('rebuild_running')}></progress>
            <p class="small soft">${say('rebuild_running')} · ${count(now.events_read)} / ${count(now.events_to_read)} · ${say('rebuild_speed', {n: count(now.events_per_second)})}${now.expected_end ? ` · ${say('rebuild_end', {time: clock(now.expected_end, true)})}` : ''}</p>`
        : now ? html`<p class="small ${now.why ? 'cause' : 'soft'}">${now.why ? say('rebuild_failed', {why: now.why}) : now.ended_at ? say('rebuild_done', {time: dateAndTime(now.ended_at)}) : nothing}</p>` : nothing}
        ${now?.compared ? html`<p class="small ${now.compared.same ? 'soft' : 'cause'}">${now.compared.same ? say('rebuild_same_yes', {n: now.compared.rows}) : say('rebuild_same_no', {n: count(now.compared.differing), examples: now.compared.examples.join(', ')})}</p>` : nothing}</li>`;
}
