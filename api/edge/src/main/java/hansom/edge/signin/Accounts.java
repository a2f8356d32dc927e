package hansom.edge.signin;

import org.springframework.stereotype.Component;

/** What the rest of the edge may do to somebody's way in: close it everywhere, or forget the number behind it. */
@Component
public class Accounts {
    private final Families families;
    private final PhoneDirectory directory;

    Accounts(Families families, PhoneDirectory directory) {
        this.families = families;
        this.directory = directory;
    }

    /** Signs the person out on every device, at once. */
    public void signOutEverywhere(String person, String reason) {
        families.endAll(person, reason);
    }

    /** Part of erasure: the number no longer leads to this person, and nobody is signed in as him. */
    public void forget(String person) {
        directory.forget(person);
        families.endAll(person, "erased");
    }
}
