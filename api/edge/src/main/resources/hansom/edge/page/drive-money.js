// What was earned, what is owed, what was paid out; and the rides of before.
import {date, dateAndTime, money} from './format.js';
import {heading, placeName} from './parts.js';
import {html, nothing, trouble} from './paint.js';
import {ask, change, drive} from './drive-state.js';
import {now} from './service.js';
import {knows, say} from './words.js';

/** Today's sum, the week's lines and the balance; read again after each ride. */
export async function readMoney() {
    try {
        const midnight = new Date(now());
        midnight.setHours(0, 0, 0, 0);
        const [today, week, balance, payouts] = await Promise.all([
            ask('GET', `/v1/driver/earnings?from=${midnight.toISOString()}&to=${new Date(now() + 1000).toISOString()}`),
            ask('GET', '/v1/driver/earnings'), ask('GET', '/v1/driver/balance'), ask('GET', '/v1/driver/payouts?limit=10'),
        ]);
        const earned = {};
        for (const line of week.lines) if (line.subject.startsWith('ord_')) earned[line.subject] = line.amount;
        const rides = new Set(today.lines.map(line => line.subject).filter(subject => subject.startsWith('ord_'))).size;
        change({earnings: {today: today.totals, lines: week.lines, totals: week.totals, rides}, earned, balance: balance.owed, payouts: payouts.items});
    } catch (problem) {
        if (drive.page === 'money') change({problem});
    }
}

export function moneyScreen() {
    const {earnings, balance, payouts} = drive;
    return html`<div class="stack wide">
        ${heading(say('earnings'), () => change({page: null, problem: null}))}
        ${trouble(drive.problem, readMoney)}
        <dl class="pair"><div class="figure"><dt>${say('today')}</dt><dd>${sums(earnings?.today)}</dd></div>
            <div class="figure"><dt>${say(balance?.some(amount => amount.amount_minor < 0) ? 'balance_due' : 'balance_owed')}</dt><dd data-balance>${sums(balance)}</dd></div></dl>
        <section class="stack tight"><h3>${say('last_days')} · ${sums(earnings?.totals)}</h3>
            ${earnings?.lines.length ? html`<ul class="rows">${earnings.lines.toReversed().map(line => html`<li class="row apart line"><span class="grow"><span class="block small">${knows('cause_' + line.cause) ? say('cause_' + line.cause) : say('cause_other')}</span><span class="block tiny softer">${dateAndTime(line.at)}</span></span><span class="strong">${money(line.amount)}</span></li>`)}</ul>`
            : html`<p class="empty small">${say('no_earnings')}</p>`}</section>
        <section class="stack tight"><h3>${say('payouts')}</h3>
            ${payouts?.length ? html`<ul class="rows">${payouts.map(payout => html`<li class="row apart line"><span class="grow"><span class="block small">${date(payout.day)}</span><span class="block tiny softer">${say('payout_' + payout.status, {why: payout.why ?? ''})}</span></span><span class="strong">${money(payout.amount)}</span></li>`)}</ul>`
            : html`<p class="empty small">${say('no_payouts')}</p>`}</section>
    </div>`;
}

const sums = amounts => (amounts?.length ? amounts.map(money).join(' · ') : '—');

export async function readDrives() {
    try {
        const {items} = await ask('GET', '/v1/driver/history?limit=20');
        change({past: items});
    } catch (problem) {
        change({problem});
    }
}

export function drivesScreen() {
    return html`<div class="stack">
        ${heading(say('drives'), () => change({page: 'menu', problem: null}))}
        ${trouble(drive.problem, readDrives)}
        ${drive.past === null ? nothing : drive.past.length === 0 ? html`<p class="empty">${say('no_drives')}</p>` : html`<ul class="rows">${drive.past.map(order => html`
            <li class="row apart line"><span class="grow"><span class="block strong">${dateAndTime(order.placed_at)}</span><span class="block small soft cut">${placeName(order.pickup)} → ${placeName(order.drop_off)}</span><span class="block tiny softer">${say('status_' + order.status)}</span></span>
            <span class="strong">${order.fare ? money(order.fare.total) : ''}</span></li>`)}</ul>`}
    </div>`;
}
