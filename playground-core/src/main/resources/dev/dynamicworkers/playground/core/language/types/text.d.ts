/** The file's content as a string. */
declare const text: string;
export default text;
