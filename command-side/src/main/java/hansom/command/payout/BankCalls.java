package hansom.command.payout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.payout.PayoutEvent.PayoutRequested;
import hansom.engines.work.WorkTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Notes the transfers that payouts ask for, in one transaction with having seen the event. */
@ProcessingGroup("work.payout")
class BankCalls {
    static final String PAYOUT = "payout";

    private final WorkTable work;
    private final ObjectMapper mapper;

    BankCalls(WorkTable work, ObjectMapper mapper) {
        this.work = work;
        this.mapper = mapper;
    }

    @EventHandler
    void on(PayoutRequested asked) throws JsonProcessingException {
        work.note(PAYOUT, asked.callId().value(), mapper.writeValueAsString(asked));
    }
}
