// A driver's application: name, vehicle, papers, bank account; what the office says of each.
import {send} from './api.js';
import {date} from './format.js';
import {colour, field, heading} from './parts.js';
import {html, nothing, trouble} from './paint.js';
import {ask, change, doing, drive, session} from './drive-state.js';
import {now} from './service.js';
import {newKey} from './api.js';
import {say} from './words.js';

const OWN = ['licence', 'passport'];
const OF_VEHICLE = ['vehicle_registration', 'insurance'];
const CLASSES = {car: ['economy', 'comfort', 'business'], van: ['van'], truck: ['cargo']};
const WISHES = ['child_seat', 'pet', 'wheelchair', 'extra_luggage'];
const COLOURS = ['white', 'black', 'grey', 'silver', 'red', 'blue', 'green', 'yellow', 'brown', 'orange'];

export async function readApplication(version) {
    const me = await ask('GET', `/v1/driver/application${version ? `?min_version=${version}` : ''}`);
    change({me, vehicle: drive.vehicle ?? me.vehicles[0]?.vehicle_id ?? null});
}

const changed = work => doing('apply', async () => {
    const {version} = await work();
    await readApplication(version);
});

export function applicationScreen(back) {
    const {me} = drive;
    const car = me.vehicles[0];
    const done = complete(me);
    return html`<div class="stack wide">
        ${heading(me.standing === 'approved' ? say('application') : say('apply_title'), back)}
        ${me.standing === 'blocked' ? html`<div class="problem" role="alert"><p>${say('blocked_because', {reason: me.block_reason ?? ''})}</p></div>` : nothing}
        ${me.standing === 'applying' ? html`<p class="soft">${done ? say('wait_office') : say('apply_hint')}</p>` : nothing}
        ${nameStep(me)}
        ${vehicleStep(me)}
        ${me.name ? OWN.map(kind => paperStep(kind, null)) : nothing}
        ${car ? me.vehicles.map(one => OF_VEHICLE.map(kind => paperStep(kind, one))) : nothing}
        ${bankStep(me)}
        ${trouble(drive.problem)}
        ${drive.service?.sandbox && me.standing === 'applying' ? html`<div class="stack tight">
            ${done ? nothing : html`<button type="button" class="button quiet wide" data-fill ?disabled=${!!drive.busy} @click=${fillIn}>${say('fill_sandbox')}</button>`}
            <button type="button" class="button wide" data-approve ?disabled=${!!drive.busy || !done} @click=${approve}>${say('sandbox_approve')}</button></div>` : nothing}
    </div>`;
}

const complete = me => me.name && me.bank_account && me.vehicles.length > 0 && OWN.every(kind => paper(kind, null)) && OF_VEHICLE.every(kind => paper(kind, me.vehicles[0]));
const paper = (kind, vehicle) => drive.me.papers.find(one => one.kind === kind && (one.vehicle_id ?? null) === (vehicle?.vehicle_id ?? null));

function step(title, state, tone, body, open) {
    return html`<details class="step" ?open=${open}><summary><span class="grow strong">${title}</span><span class="chip ${tone}">${state}</span></summary><div class="body">${body}</div></details>`;
}

function submit(work) {
    return event => {
        event.preventDefault();
        work(new FormData(event.target), event.target);
    };
}

function nameStep(me) {
    return step(say('step_name'), me.name ?? say('step_missing'), me.name ? 'free' : 'alarm', html`
        <form class="form" @submit=${submit(form => changed(() => ask('PATCH', '/v1/driver/application', {body: {name: form.get('name').trim()}})))}>
            ${field(say('your_name'), html`<input class="input" name="name" required maxlength="100" autocomplete="name" .value=${me.name ?? ''}>`)}
            <p class="tiny softer">${say('name_why')}</p>
            <button class="button" ?disabled=${!!drive.busy}>${say('save')}</button></form>`, !me.name);
}

function vehicleStep(me) {
    const car = me.vehicles[0];
    const title = car ? `${colour(car.colour)} ${car.make} ${car.model} · ${car.plate}` : say('step_missing');
    const type = drive.draftCar?.type ?? car?.type ?? 'car';
    return step(say('step_vehicle'), title, car ? 'free' : 'alarm', html`
        <form class="form" @submit=${submit(form => changed(() => putCar(car?.vehicle_id ?? `veh_${newKey()}`, form)))}>
            ${field(say('vehicle_type'), html`<select class="input" name="type" @change=${event => change({draftCar: {type: event.target.value}})}>${Object.keys(CLASSES).map(one => html`<option value=${one} ?selected=${one === type}>${say('type_' + one)}</option>`)}</select>`)}
            <div class="pair">${field(say('make'), html`<input class="input" name="make" required maxlength="60" .value=${car?.make ?? ''}>`)}
            ${field(say('model'), html`<input class="input" name="model" required maxlength="60" .value=${car?.model ?? ''}>`)}</div>
            <div class="pair">${field(say('colour'), html`<select class="input" name="colour">${COLOURS.map(one => html`<option value=${one} ?selected=${one === car?.colour}>${colour(one)}</option>`)}</select>`)}
            ${field(say('year'), html`<input class="input" name="year" type="number" min="1980" max="2100" required .value=${car?.year ?? new Date(now()).getFullYear() - 2}>`)}</div>
            ${field(say('plate'), html`<input class="input" name="plate" required maxlength="15" autocapitalize="characters" .value=${car?.plate ?? ''}>`)}
            <fieldset class="boxes"><legend class="small soft">${say('classes')}</legend>${CLASSES[type].map(one => box('classes', one, say('class_' + one), car?.classes.includes(one) ?? true))}</fieldset>
            <fieldset class="boxes"><legend class="small soft">${say('equipment')}</legend>${WISHES.map(one => box('equipment', one, say('wish_' + one), car?.equipment.includes(one) ?? false))}</fieldset>
            <button class="button" ?disabled=${!!drive.busy}>${say('save')}</button></form>`, !!me.name && !car);
}

const box = (name, value, words, on) => html`<label class="box"><input type="checkbox" name=${name} value=${value} ?checked=${on}> ${words}</label>`;

function putCar(id, form) {
    const body = {type: form.get('type'), classes: form.getAll('classes'), make: form.get('make'), model: form.get('model'), colour: form.get('colour'), year: Number(form.get('year')), plate: form.get('plate'), equipment: form.getAll('equipment')};
    return ask('PUT', `/v1/driver/vehicles/${id}`, {body});
}

function paperStep(kind, vehicle) {
    const filed = paper(kind, vehicle);
    const expired = filed && Date.parse(filed.valid_through) + 86_400_000 < now();
    const [state, tone] = !filed ? [say('step_missing'), 'alarm'] : expired ? [say('step_expired', {date: date(filed.valid_through)}), 'alarm']
        : {handed_in: [say('step_waiting'), 'way'], approved: [say('step_fine'), 'free'], rejected: [say('step_rejected', {reason: filed.reason ?? ''}), 'alarm']}[filed.state];
    return step(say('paper_' + kind) + (vehicle && drive.me.vehicles.length > 1 ? ` · ${vehicle.plate}` : ''), state, tone, html`
        <form class="form" @submit=${submit(form => changed(() => handIn(kind, vehicle, form)))}>
            ${filed?.number ? html`<p class="small soft">${filed.number}</p>` : nothing}
            ${field(say('number'), html`<input class="input" name="number" required maxlength="60" autocomplete="off">`)}
            ${field(say('valid_through'), html`<input class="input" name="until" type="date" required .value=${filed?.valid_through ?? ''}>`)}
            ${field(say('picture'), html`<input class="input" name="file" type="file" accept="image/png,image/jpeg,image/webp,application/pdf">`)}
            <button class="button" ?disabled=${!!drive.busy}>${say('hand_in')}</button></form>`, false);
}

async function handIn(kind, vehicle, form) {
    const chosen = form.get('file');
    let file;
    if (chosen?.size) ({file} = await (await send('POST', '/v1/driver/files', {body: chosen, headers: {'Content-Type': chosen.type}, token: () => session.token(), patience: 60_000})).json());
    return ask('PUT', `/v1/driver/papers/${kind}`, {body: {number: form.get('number'), valid_through: form.get('until'), ...(vehicle ? {vehicle_id: vehicle.vehicle_id} : {}), ...(file ? {file} : {})}});
}

function bankStep(me) {
    return step(say('step_bank'), me.bank_account ?? say('step_missing'), me.bank_account ? 'free' : 'alarm', html`
        <form class="form" @submit=${submit(form => changed(() => nameBank(form.get('account'), form.get('token'))))}>
            ${field(say('bank_account'), html`<input class="input" name="account" required maxlength="64" autocomplete="off">`)}
            ${drive.service?.sandbox ? nothing : field(say('bank_token'), html`<input class="input" name="token" required maxlength="200" autocomplete="off">`)}
            <p class="tiny softer">${say('bank_hint')}</p>
            <button class="button" ?disabled=${!!drive.busy}>${say('save')}</button></form>`, false);
}

/** The payment provider gives a token for the account; the sandbox's bank takes this one. */
const nameBank = (account, token) => ask('PUT', '/v1/driver/bank-account', {body: {account, bank_token: token ?? 'bank_ok'}});

/** Made-up papers, so that a developer is on shift in two clicks. */
function fillIn() {
    return changed(async () => {
        if (!drive.me.name) await ask('PATCH', '/v1/driver/application', {body: {name: 'Ben'}});
        const car = drive.me.vehicles[0]?.vehicle_id ?? `veh_${newKey()}`;
        if (!drive.me.vehicles.length) await ask('PUT', `/v1/driver/vehicles/${car}`, {body: {type: 'car', classes: ['economy', 'comfort'], make: 'Škoda', model: 'Octavia', colour: 'white', year: 2023, plate: 'AB 123', equipment: ['child_seat', 'pet']}});
        const until = `${new Date(now()).getFullYear() + 3}-12-31`;
        for (const kind of OWN) await ask('PUT', `/v1/driver/papers/${kind}`, {body: {number: 'X-1234567', valid_through: until}});
        for (const kind of OF_VEHICLE) await ask('PUT', `/v1/driver/papers/${kind}`, {body: {number: 'X-1234567', valid_through: until, vehicle_id: car}});
        return nameBank('MC5811222000010123456789030');
    });
}

function approve() {
    return doing('approve', async () => {
        const {version} = await ask('POST', `/v1/sandbox/approval?min_version=${drive.me.version}`, {repeat: true});
        await readApplication(version);
        change({page: null});
    });
}
