// The office's way in: name, password and the authenticator's six digits; and, once, setting oneself up with a one-time code.
import {call} from './api.js';
import {field} from './parts.js';
import {html, nothing, trouble} from './paint.js';
import {session} from './ops-state.js';
import {say} from './words.js';

const known = {mode: 'in', name: '', secret: null, url: null, busy: false, problem: null, copied: false};
let paint = () => {};

export function signinScreen(by, ended) {
    paint = by;
    return html`<div class="door stack wide">
        <div class="middle stack tight"><img src="/page/hansom.svg" alt="" width="56" height="56"><h1>${say('ops_welcome')}</h1>${ended ? html`<p class="hint">${say('session_ended_office')}</p>` : nothing}</div>
        ${known.mode === 'set-up' ? setUp() : enter()}
    </div>`;
}

function doing(work) {
    return async event => {
        event.preventDefault();
        if (known.busy) return;
        Object.assign(known, {busy: true, problem: null});
        paint();
        try {
            await work(new FormData(event.target));
        } catch (problem) {
            known.problem = problem;
        }
        known.busy = false;
        paint();
    };
}

const switchTo = mode => () => {
    Object.assign(known, {mode, problem: null});
    paint();
};

function enter() {
    const submit = doing(async form => {
        await session.enterByPassword(form.get('name').trim(), form.get('password'), form.get('totp').trim());
        Object.assign(known, {secret: null, url: null});
    });
    return html`<form class="form card" @submit=${submit}>
        ${known.secret ? html`<div class="hint"><div class="stack tight"><p class="strong">${say('ops_secret')}</p><code class="secret" data-totp-secret>${known.secret.replace(/(.{4})/g, '$1 ').trim()}</code><p class="tiny">${say('ops_secret_hint')}</p>
            <div class="row"><button type="button" class="button quiet" @click=${copy}>${known.copied ? say('copied') : say('copy')}</button><a class="button quiet" href=${known.url}>${say('ops_secret_open')}</a></div></div></div>` : nothing}
        ${field(say('ops_name'), html`<input class="input" name="name" required autocomplete="username" .value=${known.name}>`)}
        ${field(say('ops_password'), html`<input class="input" name="password" type="password" required autocomplete="current-password">`)}
        ${field(say('ops_totp'), html`<input class="input code" name="totp" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6" required>`)}
        ${trouble(known.problem)}
        <button class="button wide" data-enter ?disabled=${known.busy}>${say('sign_in')}</button>
        ${known.secret ? nothing : html`<button type="button" class="text" data-set-up @click=${switchTo('set-up')}>${say('ops_first')}</button>`}
    </form>`;
}

async function copy() {
    await navigator.clipboard?.writeText(known.secret).catch(() => {});
    known.copied = true;
    paint();
}

function setUp() {
    const submit = doing(async form => {
        const made = await call('POST', '/v1/ops/setup', {body: {code: form.get('code').trim(), name: form.get('name').trim(), password: form.get('password')}});
        Object.assign(known, {mode: 'in', name: made.name, secret: made.totp_secret, url: made.otpauth_url, copied: false});
    });
    return html`<form class="form card" @submit=${submit}>
        <p class="small soft">${say('ops_first_hint')}</p>
        ${field(say('ops_code'), html`<input class="input" name="code" required autocomplete="off">`)}
        ${field(say('ops_name'), html`<input class="input" name="name" required pattern="[A-Za-z0-9._\\-]{3,40}" autocomplete="username">`)}
        ${field(`${say('ops_password')} · ${say('ops_password_hint')}`, html`<input class="input" name="password" type="password" required minlength="12" autocomplete="new-password">`)}
        ${trouble(known.problem)}
        <button class="button wide" data-make ?disabled=${known.busy}>${say('ops_set_up')}</button>
        <button type="button" class="text" @click=${switchTo('in')}>${say('ops_have')}</button>
    </form>`;
}
