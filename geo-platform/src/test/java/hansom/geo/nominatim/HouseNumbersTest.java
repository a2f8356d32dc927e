package hansom.geo.nominatim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "улица Гончарова, дом 4, строение 2 | улица Гончарова, 4 с2",
                "улица Гончарова 4 стр. 2 | улица Гончарова 4 с2",
                "улица Гончарова 4с2 | улица Гончарова 4 с2",
                "ул. Яблочкова, д. 21, корп. 3, кв. 15 | ул. Яблочкова, 21 к3",
                "Яблочкова 21к3 | Яблочкова 21 к3",
                "Яблочкова д.21А к 3 подъезд 2 | Яблочкова 21А к3",
                "Москва, улица Руставели, 17 А | Москва, улица Руставели, 17А",
                "Невский проспект, 28 лит. А | Невский проспект, 28А",
                "улица Руставели, вл. 12 | улица Руставели, 12",
                "улица 1905 года, 5 | улица 1905 года, 5",
                "Дмитровское шоссе 5 Москва | Дмитровское шоссе 5 Москва",
                "8 Марта 12 | 8 Марта 12",
                "12 Rue Grimaldi | 12 Rue Grimaldi",
                "10 Downing Street | 10 Downing Street"
            })
    void writesNumbersAsMapsDo(String typed, String asOnMaps) {
        assertThat(HouseNumbers.asOnMaps(typed)).isEqualTo(asOnMaps);
    }
}
