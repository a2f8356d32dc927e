package hansom.edge.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The sign-in page as HTML, in Russian or English. */
@Component
class SigninPage {
    private static final Map<String, String> ENGLISH = Map.of(
            "title", "Sign in",
            "phone", "Phone number",
            "send", "Send the code",
            "code", "Code from the message",
            "enter", "Sign in",
            "phone_wrong", "Write the number with its country, like +7 916 123-45-67.",
            "code_wrong", "This code is wrong or too old. Try again or start anew.",
            "again", "Another number");
    private static final Map<String, String> RUSSIAN = Map.of(
            "title", "Вход",
            "phone", "Номер телефона",
            "send", "Прислать код",
            "code", "Код из сообщения",
            "enter", "Войти",
            "phone_wrong", "Напишите номер с кодом страны, например +7 916 123-45-67.",
            "code_wrong", "Код неверный или устарел. Попробуйте ещё раз или начните сначала.",
            "again", "Другой номер");

    private final String frame = read("signin.html");
    private final String style = read("page.css");

    String style() {
        return style;
    }

    String askPhone(Locale language, CsrfToken csrf, boolean wrong) {
        return page(
                language,
                csrf,
                "/signin/code",
                "phone",
                "<input id=\"field\" name=\"phone\" type=\"tel\" autocomplete=\"tel\" required autofocus>",
                "send",
                wrong ? "phone_wrong" : "");
    }

    String askCode(Locale language, CsrfToken csrf, boolean wrong) {
        return page(
                language,
                csrf,
                "/signin",
                "code",
                "<input id=\"field\" name=\"code\" inputmode=\"numeric\" autocomplete=\"one-time-code\""
                        + " pattern=\"[0-9]{6}\" maxlength=\"6\" required autofocus>",
                "enter",
                wrong ? "code_wrong" : "");
    }

    private String page(
            Locale language, CsrfToken csrf, String action, String label, String field, String button, String error) {
        Map<String, String> words = language.getLanguage().equals("ru") ? RUSSIAN : ENGLISH;
        String alert = error.isEmpty()
                ? ""
                : "<p role=\"alert\">" + HtmlUtils.htmlEscape(words.getOrDefault(error, "")) + "</p>";
        return frame.replace("{{language}}", language.getLanguage())
                .replace("{{title}}", words.getOrDefault("title", ""))
                .replace("{{action}}", action)
                .replace("{{label}}", words.getOrDefault(label, ""))
                .replace("{{field}}", field)
                .replace("{{button}}", words.getOrDefault(button, ""))
                .replace("{{again}}", words.getOrDefault("again", ""))
                .replace("{{alert}}", alert)
                .replace("{{csrf_name}}", HtmlUtils.htmlEscape(csrf.getParameterName()))
                .replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()));
    }

    private static String read(String name) {
        try (InputStream in = SigninPage.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
