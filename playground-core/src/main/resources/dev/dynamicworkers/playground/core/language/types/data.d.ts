/** The file's content as bytes. */
declare const data: ArrayBuffer;
export default data;
