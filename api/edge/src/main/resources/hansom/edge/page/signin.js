// Signing in by a phone number and the code that is sent to it. On a sandbox node nothing is sent; the code is shown beside the field.
import {call} from './api.js';
import {field} from './parts.js';
import {html, nothing, trouble} from './paint.js';
import {say} from './words.js';

const AGAIN_SECONDS = 30;

/** signin(session, {sandbox, title, text, paint}) → {view()} */
export function signin(session, {sandbox, title, text, paint}) {
    const known = {phone: '', code: '', sent: false, shown: null, busy: false, problem: null, again: 0};

    const doing = async work => {
        Object.assign(known, {busy: true, problem: null});
        paint();
        try {
            await work();
        } catch (problem) {
            known.problem = problem;
        }
        known.busy = false;
        paint();
    };
    const ask = () => doing(async () => {
        known.phone = tidy(known.phone);
        await session.askCode(known.phone);
        Object.assign(known, {sent: true, code: '', shown: null, again: Date.now() + AGAIN_SECONDS * 1000});
        tick();
        if (sandbox()) known.shown = (await call('GET', `/v1/sandbox/codes?phone=${encodeURIComponent(known.phone)}`)).code;
    });
    const enter = () => doing(async () => {
        await session.enterByPhone(known.phone, known.code.trim());
        Object.assign(known, {sent: false, code: '', shown: null});
    });
    const tick = () => {
        paint();
        if (known.again > Date.now()) setTimeout(tick, 1000);
    };
    const submitted = work => event => {
        event.preventDefault();
        if (!known.busy) work();
    };

    const phone = () => html`
        <form class="form" @submit=${submitted(ask)}>
            <div class="stack tight"><h1 class="big">${title()}</h1><p class="soft">${text()}</p></div>
            ${field(say('phone'), html`<input data-first class="input" name="phone" type="tel" autocomplete="tel" inputmode="tel" required placeholder="+377 99 90 00 01"
                .value=${known.phone} aria-describedby="phone-hint" @input=${event => { known.phone = event.target.value; }}>`)}
            <p class="tiny softer" id="phone-hint">${say('phone_hint')}</p>
            ${trouble(known.problem)}
            <button class="button wide" ?disabled=${known.busy}>${say('send_code')}</button>
        </form>`;
    const code = () => {
        const wait = Math.ceil((known.again - Date.now()) / 1000);
        return html`
        <form class="form" @submit=${submitted(enter)}>
            <div class="stack tight"><h1 class="big">${say('code')}</h1><p class="soft">${say('code_sent', {phone: known.phone})}</p></div>
            <input data-first class="input code" name="code" aria-label=${say('code')} inputmode="numeric" autocomplete="one-time-code" required maxlength="6" pattern="[0-9]{6}"
                .value=${known.code} @input=${event => {
                    known.code = event.target.value.replace(/\D/g, '').slice(0, 6);
                    event.target.value = known.code;
                    if (known.code.length === 6 && !known.busy) enter();
                }}>
            ${known.shown ? html`<p class="hint"><span>${say('sandbox_code')} <b>${known.shown}</b></span>
                <button type="button" class="text" data-fill-code @click=${() => {
                    known.code = known.shown;
                    enter();
                }}>${say('fill_in')}</button></p>` : nothing}
            ${trouble(known.problem)}
            <button class="button wide" ?disabled=${known.busy}>${say('sign_in')}</button>
            <div class="row apart">
                <button type="button" class="text" @click=${() => {
                    Object.assign(known, {sent: false, problem: null});
                    paint();
                }}>${say('other_phone')}</button>
                <button type="button" class="text" ?disabled=${wait > 0} @click=${ask}>${wait > 0 ? say('code_again_in', {n: wait}) : say('code_again')}</button>
            </div>
        </form>`;
    };
    return {view: () => (known.sent ? code() : phone()), screen: () => (known.sent ? 'code' : 'phone')};
}

function tidy(phone) {
    const digits = phone.replace(/[^\d+]/g, '');
    return digits.startsWith('+') ? digits : `+${digits.replace(/^00/, '')}`;
}
