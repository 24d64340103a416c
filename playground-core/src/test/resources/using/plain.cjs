// Nothing to do here but the word using in a comment.
exports.count = arguments.length;
exports.using = (using) => using + 1;
