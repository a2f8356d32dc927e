// Light or dark, as the system has it or as the visitor chose; and the switches for look and language that every page carries.
import {language, say, setLanguage, words} from './words.js';

const system = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');
const watchers = new Set();

words({
    en: {
        look: 'Look', look_auto: 'As the system', look_light: 'Light', look_dark: 'Dark',
        other_language: 'Русский', other_language_tag: 'ru',
    },
    ru: {
        look: 'Вид', look_auto: 'Как в системе', look_light: 'Светлый', look_dark: 'Тёмный',
        other_language: 'English', other_language_tag: 'en',
    },
});

export function dark() {
    const chosen = document.documentElement.dataset.look;
    return chosen ? chosen === 'dark' : system.matches;
}

/** Whether the visitor wants things to stand still. */
export function calm() {
    return still.matches;
}

/** Calls back when light turns dark or back. */
export function onLook(watcher) {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
}

function tell() {
    watchers.forEach(watcher => watcher(dark()));
}

system.addEventListener('change', tell);

function chosen() {
    return document.documentElement.dataset.look ?? 'auto';
}

function choose(look) {
    if (look === 'auto') delete document.documentElement.dataset.look;
    else document.documentElement.dataset.look = look;
    try {
        localStorage.setItem('hansom.look', look);
    } catch {
        // Then it holds for this page only.
    }
    tell();
}

const ICONS = {
    auto: '<path d="M12 3a9 9 0 1 0 0 18z" fill="currentColor"/><circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="1.75"/>',
    light: '<circle cx="12" cy="12" r="4.25" fill="none" stroke="currentColor" stroke-width="1.75"/><path d="M12 2.5v2.6M12 18.9v2.6M2.5 12h2.6M18.9 12h2.6M5.3 5.3l1.8 1.8M16.9 16.9l1.8 1.8M5.3 18.7l1.8-1.8M16.9 7.1l1.8-1.8" stroke="currentColor" stroke-width="1.75" stroke-linecap="round"/>',
    dark: '<path d="M20 14.2A8.5 8.5 0 0 1 9.8 4 8.5 8.5 0 1 0 20 14.2z" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linejoin="round"/>',
};

/** Fills an element with the two switches. */
export function drawSwitches(element) {
    const speech = document.createElement('button');
    speech.type = 'button';
    speech.className = 'switch';
    const look = document.createElement('button');
    look.type = 'button';
    look.className = 'switch icon';
    const draw = () => {
        speech.textContent = say('other_language_tag').toUpperCase();
        speech.lang = say('other_language_tag');
        speech.setAttribute('aria-label', say('other_language'));
        look.innerHTML = `<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">${ICONS[chosen()]}</svg>`;
        look.setAttribute('aria-label', `${say('look')}: ${say('look_' + chosen())}`);
        look.title = look.getAttribute('aria-label');
    };
    speech.addEventListener('click', () => setLanguage(language() === 'ru' ? 'en' : 'ru'));
    look.addEventListener('click', () => {
        const next = {auto: dark() ? 'light' : 'dark', light: 'dark', dark: 'light'}[chosen()];
        choose((next === 'dark') === system.matches && chosen() !== 'auto' ? 'auto' : next);
        draw();
    });
    document.addEventListener('hansom:language', draw);
    draw();
    element.replaceChildren(speech, look);
}
