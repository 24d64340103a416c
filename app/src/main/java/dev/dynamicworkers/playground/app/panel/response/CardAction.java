package dev.dynamicworkers.playground.app.panel.response;

/// A button of a card.
///
/// @param id stable part of the button's id: `raise`
/// @param title as the button says it
/// @param action what it does
public record CardAction(String id, String title, Runnable action) {}
