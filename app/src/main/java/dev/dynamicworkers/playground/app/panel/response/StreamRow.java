package dev.dynamicworkers.playground.app.panel.response;

/// One row of a body that came in pieces: a piece, or an event of an event stream.
///
/// @param millis since the delivery of the request, negative when it is not known
/// @param type of an event, empty for a piece
/// @param bytes its length
public record StreamRow(double millis, String type, long bytes, String data) {}
