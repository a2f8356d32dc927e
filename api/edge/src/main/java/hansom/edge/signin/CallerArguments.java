package hansom.edge.signin;

import hansom.contract.driver.DriverId;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import hansom.edge.refusal.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller take {@link Caller}, {@link RiderId} or {@link DriverId} as a bare parameter: the one who calls. */
@Configuration(proxyBeanMethods = false)
class CallerArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        boolean ours = type == Caller.class || type == RiderId.class || type == DriverId.class;
        return ours && !parameter.hasParameterAnnotations();
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        Caller caller = current();
        Class<?> type = parameter.getParameterType();
        if (type == Caller.class) return caller;
        Role wanted = type == RiderId.class ? Role.RIDER : Role.DRIVER;
        if (!caller.is(wanted)) throw new Refused(RefusalCode.FORBIDDEN, "only for a " + wanted.wire());
        return wanted == Role.RIDER ? new RiderId(caller.subject()) : new DriverId(caller.subject());
    }

    private static Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Jwt jwt) return Claims.caller(jwt);
        throw new Refused(RefusalCode.UNAUTHENTICATED);
    }
}
