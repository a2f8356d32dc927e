package hansom.edge.signin;

import hansom.edge.refusal.Languages;
import hansom.edge.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page where somebody signs in by phone on the way through {@code /oauth2/authorize}; it works without scripts. */
@RestController
class PageController {
    private static final String PHONE = "hansom.signin.phone";

    private final CodeRequests requests;
    private final PhoneCodes codes;
    private final PhoneDirectory directory;
    private final SigninPage page;
    private final HttpSessionRequestCache onTheWay = new HttpSessionRequestCache();
    private final HttpSessionSecurityContextRepository browsers = new HttpSessionSecurityContextRepository();

    PageController(CodeRequests requests, PhoneCodes codes, PhoneDirectory directory, SigninPage page) {
        this.requests = requests;
        this.codes = codes;
        this.directory = directory;
        this.page = page;
    }

    @GetMapping(path = "/signin", produces = MediaType.TEXT_HTML_VALUE)
    String start(CsrfToken csrf, HttpServletRequest request) {
        return page.askPhone(Languages.of(request), csrf, false);
    }

    @GetMapping(path = "/signin/page.css", produces = "text/css;charset=UTF-8")
    String style() {
        return page.style();
    }

    @PostMapping(path = "/signin/code", produces = MediaType.TEXT_HTML_VALUE)
    String code(@RequestParam String phone, CsrfToken csrf, HttpServletRequest request) {
        Locale language = Languages.of(request);
        PhoneNumber number = PhoneNumber.of(phone).orElse(null);
        if (number == null) return page.askPhone(language, csrf, true);
        requests.send(number, request.getRemoteAddr(), language);
        request.getSession().setAttribute(PHONE, number.digits());
        return page.askCode(language, csrf, false);
    }

    @PostMapping(path = "/signin", produces = MediaType.TEXT_HTML_VALUE)
    @Nullable
    String enter(@RequestParam String code, CsrfToken csrf, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale language = Languages.of(request);
        HttpSession session = request.getSession();
        Object kept = session.getAttribute(PHONE);
        SavedRequest wanted = onTheWay.getRequest(request, response);
        if (!(kept instanceof String digits) || wanted == null) return page.askPhone(language, csrf, false);
        PhoneNumber phone = new PhoneNumber(digits);
        try {
            codes.take(phone, code.trim());
        } catch (Refused wrong) {
            return page.askCode(language, csrf, true);
        }
        Role role = roleOf(wanted);
        String person = directory.enter(phone, role, language);
        session.removeAttribute(PHONE);
        request.changeSessionId();
        session.setMaxInactiveInterval(60);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                person,
                null,
                List.of(
                        new SimpleGrantedAuthority("ROLE_" + role.wire()),
                        FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.OTT_AUTHORITY))));
        browsers.saveContext(context, request, response);
        onTheWay.removeRequest(request, response);
        response.sendRedirect(wanted.getRedirectUrl());
        return null;
    }

    /** The scope that the app asks for says as whom one comes in. */
    private static Role roleOf(SavedRequest wanted) {
        String[] scopes = wanted.getParameterValues("scope");
        boolean drives = scopes != null
                && Arrays.stream(scopes)
                        .anyMatch(all -> List.of(all.split(" ", -1)).contains(Scopes.DRIVER));
        return drives ? Role.DRIVER : Role.RIDER;
    }
}
