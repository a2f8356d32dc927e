package hansom.command.driver;

import hansom.contract.driver.Paper;

/** A document and how far an operator is with it. */
record Filed(Paper paper, Paper.State state) {
    PaperKey key() {
        return PaperKey.of(paper);
    }
}
