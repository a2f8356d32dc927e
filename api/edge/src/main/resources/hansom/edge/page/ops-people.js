// Drivers and riders: who waits to be let in, what papers say, who is blocked and why.
import {send} from './api.js';
import {count, date} from './format.js';
import {colour, face} from './parts.js';
import {ask, doing, go, ops, put, refresh, session} from './ops-state.js';
import {fact, list, outcome, picks, short, withReason} from './ops-parts.js';
import {orderList} from './ops-orders.js';
import {html, icon, nothing} from './paint.js';
import {say} from './words.js';

const STANDINGS = ['applying', 'approved', 'blocked'];
const TONE = {applying: 'way', approved: 'free', blocked: 'alarm', handed_in: 'way', rejected: 'alarm'};

export const drivers = {
    async read() {
        const standing = ops.data.standing ?? 'applying';
        const page = await ask('GET', `/v1/ops/drivers?limit=25${standing === 'all' ? '' : `&standing=${standing}`}`);
        if (!ops.data.deep) put({drivers: page.items, next: page.next_cursor});
    },
    view() {
        const standing = ops.data.standing ?? 'applying';
        const more = async () => {
            const page = await ask('GET', `/v1/ops/drivers?limit=25&cursor=${encodeURIComponent(ops.data.next)}${standing === 'all' ? '' : `&standing=${standing}`}`);
            put({drivers: [...ops.data.drivers, ...page.items], next: page.next_cursor, deep: true});
        };
        return html`<div class="stack wide">
            ${picks([...STANDINGS.map(one => [one, say('standing_' + one)]), ['all', say('all')]], standing, value => {
                put({standing: value, drivers: null, deep: false});
                refresh();
            })}
            ${list(ops.data.drivers, driver => html`<li><button type="button" class="choice" data-driver-row=${driver.driver_id} @click=${() => go('driver', driver.driver_id)}>
                ${face(driver.name)}<span class="grow"><span class="strong block cut">${driver.name ?? '—'} <span class="small soft">${driver.phone ?? ''}</span></span>
                <span class="block small soft cut">${driver.vehicles.map(car => `${car.make} ${car.model} ${car.plate ?? ''}`).join(', ') || say('missing')} · ${say('since', {date: date(driver.registered_at)})}</span></span>
                <span class="chip ${TONE[driver.standing]}">${say('standing_' + driver.standing)}</span>${icon('next', 18)}</button></li>`, say('no_drivers'),
                ops.data.next ? html`<button type="button" class="button quiet" @click=${more}>${say('more')}</button>` : nothing)}
        </div>`;
    },
};

export const driver = {
    async read({id}) {
        const [one, driven] = await Promise.all([ask('GET', `/v1/ops/drivers/${id}`), ask('GET', `/v1/ops/orders?person=${id}&limit=10`)]);
        put({driver: one, driven: driven.items});
    },
    view({id}) {
        const one = ops.data.driver;
        if (!one) return html`<div class="skeleton tall-line"></div>`;
        const at = `/v1/ops/drivers/${id}`;
        return html`<div class="stack wide" data-driver=${id}>
            <div class="row wrap">${face(one.name)}<div class="grow"><h2>${one.name ?? '—'}</h2><p class="small soft">${one.phone ?? ''} · ${one.rating ? `${count(one.rating, 2)} · ` : ''}${say('ratings', {n: one.ratings})} · ${say('since', {date: date(one.registered_at)})}</p><code>${id}</code></div>
                <span class="chip ${TONE[one.standing]}" data-standing=${one.standing}>${say('standing_' + one.standing)}</span></div>
            ${one.block_reason ? html`<p class="problem">${say('blocked_why', {reason: one.block_reason})}</p>` : nothing}
            <section class="stack tight"><h3>${say('papers')}</h3><ul class="rows list">${one.papers.map(paper => paperRow(at, one, paper))}</ul>
                <p class="small soft">${say('bank')}: ${one.bank_account ?? say('missing')}</p></section>
            <section class="stack tight"><h3>${say('vehicles')}</h3><ul class="rows list">${one.vehicles.map(car => html`<li class="row wrap line"><span class="grow">${colour(car.colour)} ${car.make} ${car.model}, ${car.year}</span><span class="small soft">${car.classes.map(name => say('class_' + name)).join(', ')}</span><span class="plate">${car.plate}</span></li>`)}</ul></section>
            ${outcome()}
            <div class="row wrap">
                ${one.standing === 'applying' ? html`<button type="button" class="button" data-approve-driver ?disabled=${!!ops.busy} @click=${() => doing('approve', async () => fresh(at, await ask('POST', `${at}/approve`, {repeat: true})))}>${say('approve_driver')}</button>` : nothing}
                ${one.standing === 'blocked' ? withReason({key: 'unblock', words: say('unblock'), act: async reason => fresh(at, await ask('POST', `${at}/unblock`, {body: {reason}}))})
                : withReason({key: 'block', words: say('block'), tone: 'alarm', act: async reason => fresh(at, await ask('POST', `${at}/block`, {body: {reason}}))})}
                <a class="button quiet" href=${`#money/${id}`}>${say('payouts')}</a>
            </div>
            <section class="stack tight"><h3>${say('orders')}</h3>${orderList(ops.data.driven, say('no_orders'))}</section>
            <dialog id="paper" @click=${event => event.target.close?.()}></dialog>
        </div>`;
    },
};

/** What was decided is read back as soon as the view has it. */
async function fresh(at, {version}) {
    await ask('GET', `${at}?min_version=${version}`);
}

function paperRow(at, one, paper) {
    const car = one.vehicles.find(vehicle => vehicle.vehicle_id === paper.vehicle_id);
    const of = paper.vehicle_id ? {vehicle_id: paper.vehicle_id} : {};
    const key = `${paper.kind}/${paper.vehicle_id ?? ''}`;
    const judge = (verdict, body) => doing(key, async () => fresh(at, await ask('POST', `${at}/papers/${paper.kind}/${verdict}`, {body, repeat: true})));
    return html`<li class="line stack tight" data-paper=${paper.kind}>
        <div class="row wrap"><span class="grow"><span class="strong">${say('paper_' + paper.kind)}</span> <span class="small soft">${car ? car.plate : ''} ${paper.number ?? ''} · ${say('valid_to', {date: date(paper.valid_through)})} ${new Date(paper.valid_through).getFullYear()}</span></span>
            <span class="chip ${TONE[paper.state] ?? 'free'}" data-paper-state=${paper.state}>${say('paper_' + paper.state)}</span></div>
        ${paper.reason ? html`<p class="small soft">${paper.reason}</p>` : nothing}
        <div class="row wrap">
            ${paper.file ? html`<button type="button" class="button quiet" @click=${() => see(at, paper)}>${say('paper_file')}</button>` : html`<span class="small softer">${say('paper_no_file')}</span>`}
            ${paper.state === 'approved' ? nothing : html`<button type="button" class="button quiet" data-approve-paper=${paper.kind} ?disabled=${!!ops.busy} @click=${() => judge('approve', of)}>${say('approve')}</button>`}
            ${paper.state === 'rejected' ? nothing : withReason({key: 'reject ' + key, words: say('reject'), act: reason => ask('POST', `${at}/papers/${paper.kind}/reject`, {body: {...of, reason}}).then(done => fresh(at, done))})}
        </div></li>`;
}

/** A picture is shown; any other kind of file is saved. */
async function see(at, paper) {
    await doing('file', async () => {
        const answer = await send('GET', `${at}/files/${paper.file.split('/').at(-1)}`, {token: () => session.token(), patience: 30_000});
        const content = await answer.blob();
        const address = URL.createObjectURL(content);
        if (!content.type.startsWith('image/')) {
            const save = Object.assign(document.createElement('a'), {href: address, download: `${paper.kind}.pdf`});
            save.click();
            return;
        }
        const dialog = document.getElementById('paper');
        const picture = Object.assign(document.createElement('img'), {src: address, alt: say('paper_' + paper.kind)});
        dialog.replaceChildren(picture);
        dialog.showModal();
        dialog.onclose = () => URL.revokeObjectURL(address);
    });
}

export const riders = {
    async read() {
        const page = await ask('GET', '/v1/ops/riders?limit=25');
        if (!ops.data.deep) put({riders: page.items, next: page.next_cursor});
    },
    view() {
        const more = async () => {
            const page = await ask('GET', `/v1/ops/riders?limit=25&cursor=${encodeURIComponent(ops.data.next)}`);
            put({riders: [...ops.data.riders, ...page.items], next: page.next_cursor, deep: true});
        };
        return list(ops.data.riders, rider => html`<li><button type="button" class="choice" data-rider-row=${rider.rider_id} @click=${() => go('rider', rider.rider_id)}>
            ${face(rider.name)}<span class="grow"><span class="strong block cut">${rider.name ?? rider.phone ?? '—'}</span><span class="block small soft cut">${rider.phone ?? ''} · ${say('since', {date: date(rider.registered_at)})} · <code>${short(rider.rider_id)}</code></span></span>
            ${rider.blocked ? html`<span class="chip alarm">${say('standing_blocked')}</span>` : html`<span class="small soft">${say('rider_' + rider.rider_class)}</span>`}${icon('next', 18)}</button></li>`, say('no_riders'),
            ops.data.next ? html`<button type="button" class="button quiet" @click=${more}>${say('more')}</button>` : nothing);
    },
};

export const rider = {
    async read({id}) {
        const [one, ridden] = await Promise.all([ask('GET', `/v1/ops/riders/${id}`), ask('GET', `/v1/ops/orders?person=${id}&limit=10`)]);
        put({rider: one, ridden: ridden.items});
    },
    view({id}) {
        const one = ops.data.rider;
        if (!one) return html`<div class="skeleton tall-line"></div>`;
        const at = `/v1/ops/riders/${id}`;
        const other = one.rider_class === 'premium' ? 'regular' : 'premium';
        return html`<div class="stack wide" data-rider=${id}>
            <div class="row wrap">${face(one.name)}<div class="grow"><h2>${one.name ?? one.phone ?? '—'}</h2><p class="small soft">${one.phone ?? ''} · ${one.rating ? `${count(one.rating, 2)} · ` : ''}${say('ratings', {n: one.ratings})} · ${say('since', {date: date(one.registered_at)})}</p><code>${id}</code></div>
                ${one.blocked ? html`<span class="chip alarm" data-blocked>${say('standing_blocked')}</span>` : nothing}</div>
            ${one.block_reason ? html`<p class="problem">${say('blocked_why', {reason: one.block_reason})}</p>` : nothing}
            <dl class="facts small">${fact(say('rider_class'), say('rider_' + one.rider_class))}</dl>
            ${outcome()}
            <div class="row wrap">
                ${one.blocked ? withReason({key: 'unblock', words: say('unblock'), act: async reason => fresh(at, await ask('POST', `${at}/unblock`, {body: {reason}}))})
                : withReason({key: 'block', words: say('block'), tone: 'alarm', act: async reason => fresh(at, await ask('POST', `${at}/block`, {body: {reason}}))})}
                <button type="button" class="button quiet" ?disabled=${!!ops.busy} @click=${() => doing('class', async () => fresh(at, await ask('PUT', `${at}/class`, {body: {rider_class: other}})))}>${say('make_' + other)}</button>
            </div>
            <section class="stack tight"><h3>${say('orders')}</h3>${orderList(ops.data.ridden, say('no_orders'))}</section>
        </div>`;
    },
};
