package hansom.edge.person;

import hansom.contract.person.Sealed;
import hansom.engines.keys.Seals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals what people write about themselves, and opens it for those who may read it; what was erased stays away. */
@Component
public final class PersonalTexts {
    private final Seals seals;

    PersonalTexts(Seals seals) {
        this.seals = seals;
    }

    public Sealed seal(Object person, String text) {
        return new Sealed(person.toString(), seals.seal(person.toString(), text));
    }

    public @Nullable Sealed sealIfAny(Object person, @Nullable String text) {
        return text == null || text.isBlank() ? null : seal(person, text.strip());
    }

    /** Null when there is none, or the person was erased. */
    public @Nullable String open(@Nullable Sealed sealed) {
        return sealed == null
                ? null
                : seals.open(sealed.person(), sealed.cipher()).orElse(null);
    }

    /** All but the last four signs as dots: enough to recognise a number, too little to use it. */
    public @Nullable String hint(@Nullable Sealed sealed) {
        String text = open(sealed);
        if (text == null) return null;
        return text.length() <= 4 ? "••••" : "••••" + text.substring(text.length() - 4);
    }
}
