package io.tillgate.simulator.cardhost;

/** Where the simulator listens; 0 takes any free port. */
public record Ports(String bind, int ascii, int unionpay, int control) {}
