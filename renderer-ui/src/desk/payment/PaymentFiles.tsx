import type { ReactNode } from 'react';
import { paymentFileAddress } from '../../api/payments.js';
import type { PaymentBatchView } from '../../api/types.js';
import { useDeskPaymentTexts } from '../../texts/index.js';
import { ButtonAnchor } from '../../ui/index.js';

/** The files for the bank, with what their bytes are. */
export function PaymentFiles({ batch }: { readonly batch: PaymentBatchView }): ReactNode {
  const all = useDeskPaymentTexts();
  const texts = all.files;
  return (
    <section className="tz-stack" aria-labelledby="payment-files">
      <h2 id="payment-files" className="tz-heading">
        {texts.title}
      </h2>
      <p>{texts.note}</p>
      <div
        className="desk-table-room desk-payment__scroll"
        tabIndex={0}
        role="group"
        aria-labelledby="payment-files"
      >
        <table className="tz-table desk-table">
          <caption className="tz-hidden">{texts.title}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.file}</th>
              <th scope="col" className="desk-payment__money">
                {texts.rows}
              </th>
              <th scope="col" className="desk-payment__money">
                {texts.amount}
              </th>
              <th scope="col">{texts.sha}</th>
            </tr>
          </thead>
          <tbody>
            {batch.files.map((file) => (
              <tr key={file.part}>
                <th scope="row">
                  <p className="tz-number">{file.name}</p>
                  {batch.pays && (
                    <ButtonAnchor
                      size="small"
                      href={paymentFileAddress(batch.id, file.part)}
                      download
                      aria-label={texts.downloadOf(file.name)}
                    >
                      {texts.download}
                    </ButtonAnchor>
                  )}
                </th>
                <td className="desk-payment__money">{all.count(file.rows)}</td>
                <td className="desk-payment__money">{all.yen(file.amount)}</td>
                <td className="desk-payment__hash">{file.sha256}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
