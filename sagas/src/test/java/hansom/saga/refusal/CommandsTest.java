package hansom.saga.refusal;

import static hansom.saga.Rides.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.contract.order.OrderCommand.StartSearch;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.saga.Buses;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final StartSearch COMMAND = new StartSearch(ORDER);

    private final Buses buses = new Buses();

    @Test
    void saysNothingOfACommandThatWasDone() {
        buses.doing(StartSearch.class);
        assertThat(Commands.send(buses.commands(), COMMAND)).isEmpty();
    }

    @Test
    void handsTheRefusalBack() {
        buses.refusing(StartSearch.class, RefusalCode.ORDER_FINISHED);
        assertThat(Commands.send(buses.commands(), COMMAND)).contains(new Refusal(RefusalCode.ORDER_FINISHED));
    }

    @Test
    void letsARefusalFlyThatMayPass() {
        buses.refusing(StartSearch.class, RefusalCode.TEMPORARILY_UNAVAILABLE);
        assertThatThrownBy(() -> Commands.send(buses.commands(), COMMAND))
                .isInstanceOf(CommandExecutionException.class);
    }

    @Test
    void letsEveryOtherFailureFly() {
        assertThatThrownBy(() -> Commands.send(buses.commands(), COMMAND))
                .isInstanceOf(NoHandlerForCommandException.class);
    }
}
