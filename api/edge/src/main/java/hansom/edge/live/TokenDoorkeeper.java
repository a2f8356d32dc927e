package hansom.edge.live;

import hansom.edge.signin.Caller;
import hansom.edge.signin.Role;
import hansom.edge.signin.TokenReader;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets in whoever brings an access token of a rider or driver. */
@Component
class TokenDoorkeeper implements Doorkeeper {
    private final TokenReader reader;

    TokenDoorkeeper(TokenReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<Guest> admit(String token) {
        return reader.read(token)
                .filter(caller -> caller.is(Role.RIDER) || caller.is(Role.DRIVER))
                .map(TokenDoorkeeper::guest);
    }

    @Override
    public boolean revoked(Guest guest) {
        String[] names = guest.tokenId().split(" ", 2);
        return reader.revoked(names[0], names[1]);
    }

    /** A sign-in that ends takes its tokens with it: both names go along. */
    private static Guest guest(Caller caller) {
        return new Guest(
                caller.subject(), caller.is(Role.DRIVER), caller.expiresAt(), caller.family() + " " + caller.tokenId());
    }
}
