package hansom.contract.geo;

/** How many orders were wanted in a cell and its neighbours in the last ten minutes, and how many free drivers are there now. */
public record Demand(Cell cell, int wanted, int free) {}
