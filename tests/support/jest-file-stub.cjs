// Pictures in unit tests: an address that stands for any.
module.exports = '/picture-stub';
