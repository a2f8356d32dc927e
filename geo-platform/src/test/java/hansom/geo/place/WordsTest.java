package hansom.geo.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "Невский проспект, Nevskiy pr-t",
        "Невский проспект, nevsky prospekt",
        "улица Ёлкина, ул. Елкина",
        "Хорошёвское шоссе, Khoroshevskoye sh.",
        "Площадь Ленина, pl. Lenina",
        "Bahnhofstraße, bahnhofstr.",
        "Bahnhofstraße, Bahnhof Str",
        "Avenue de Saint-Roman, av de st roman",
        "Théâtre, theatre",
        "д. 4 стр. 2, 4с2",
        "дом 12 корп. 3, 12к3",
        "Королёва 15 корп. 1, Koroleva 15 korp 1",
        "17 А, 17а",
        "12 bis, 12bis",
        "Мира 5 кв. 17, Мира 5",
        "17-й проезд, 17й проезд",
        "1-я Останкинская, 1 Останкинская",
        "Школа №12, школа 12",
        "Föhrenstrasse, föhren-straße",
        "Александр, Aleksandr",
        "Александр, Alexandr",
        "Братство, Bratstvo",
    })
    void bringsDifferentSpellingsToOne(String one, String other) {
        assertThat(Words.of(one)).isEqualTo(Words.of(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"11, 1", "Rue A, Rue B", "улица Мира, улица Пира", "4с2, 4к2"})
    void keepsApartWhatIsDifferent(String one, String other) {
        assertThat(Words.of(one)).isNotEqualTo(Words.of(other));
    }
}
