package hansom.command.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.engines.json.MessageMapper;
import hansom.engines.work.WorkTable;
import java.util.function.Consumer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Provider and bank as {@code hansom.engines.payments} and {@code hansom.engines.bank} say: {@code sandbox} (default) or {@code stripe}. */
@Configuration(proxyBeanMethods = false)
@Import({SandboxConfiguration.class, StripeConfiguration.class})
class GatewayConfiguration {
    /** Keeps what the provider tells until it is dealt with; the same notice twice is one. */
    static Consumer<Notice> notices(WorkTable work) {
        ObjectMapper mapper = MessageMapper.create();
        return notice -> {
            try {
                work.note(Notice.WORK, notice.noticeId(), mapper.writeValueAsString(notice));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }
}
